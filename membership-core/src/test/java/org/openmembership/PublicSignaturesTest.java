package org.openmembership;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the signatures of exported classes may say. */
final class PublicSignaturesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Membership.class.getProtectionDomain().getCodeSource().getLocation());

    /** The javadoc tool of JDK 17 gives up on one, and nobody would see it before a release. */
    @Test
    void no_constructor_takes_a_class_within_a_hidden_one() throws IOException {
        Set<String> exported = exported();
        assertThat(exported).contains("org.openmembership.sale").doesNotContain("org.openmembership.step");
        for (JavaClass type : CLASSES) {
            if (exported.contains(type.getPackageName()) && isPublic(type.getModifiers())) {
                for (JavaConstructor constructor : type.getConstructors()) {
                    assertThat(constructor.getRawParameterTypes())
                            .as(constructor.getFullName())
                            .noneMatch(taken -> isPublic(constructor.getModifiers())
                                    && taken.getEnclosingClass().isPresent()
                                    && isHidden(taken, exported));
                }
            }
        }
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }

    private static boolean isHidden(JavaClass taken, Set<String> exported) {
        return CLASSES.contain(taken.getName()) && !exported.contains(taken.getPackageName());
    }

    private static Set<String> exported() throws IOException {
        Path classes = Path.of(Membership.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
    }
}
