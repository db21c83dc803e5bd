package org.openmembership.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openmembership.card.CardNumber;
import org.openmembership.club.CardSeries;
import org.openmembership.club.CheckDigits;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.testkit.Requirement;

/** That a scanner reads from each picture the number it was drawn from. */
@Requirement("D15")
class CodesPropertyTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int SCALE = 3;

    private final Codes codes = new Codes("OM-");

    @ParameterizedTest
    @CsvSource({
        "CODE_128, 4000-0001",
        "CODE_128, OM-9990001112223334445556667778889990001",
        "EAN_13, 4006381333931",
        "QR, 9990001112223334445556667778889990001112"
    })
    void a_scanner_reads_the_number_from_png_and_svg(Symbology symbology, String number) throws Exception {
        CodePicture picture = codes.picture(CardNumber.of(number), symbology);

        assertThat(read(pixels(picture.png(SCALE)), symbology)).isEqualTo(number);
        assertThat(read(pixels(picture.svg(), picture), symbology)).isEqualTo(number);
        assertThat(picture.text()).isEqualTo(number);
    }

    @Property(tries = 60)
    void whatever_the_number_each_symbology_gives_it_back(@ForAll("numbers") String number) throws Exception {
        for (Symbology symbology : new Symbology[] {Symbology.CODE_128, Symbology.QR}) {
            byte[] png = codes.picture(CardNumber.of(number), symbology).png(SCALE);
            assertThat(read(pixels(png), symbology)).as(symbology.name()).isEqualTo(number);
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .withChars('-', '/', '.')
                .ofMinLength(4)
                .ofMaxLength(40);
    }

    @Test
    @Requirement("R19")
    void the_cards_of_an_ean_series_can_be_drawn_as_ean() throws Exception {
        CardSeries series = CardSeries.of("main", "20", 10, CheckDigits.EAN13);
        String number = series.number(4711);

        byte[] png = codes.picture(CardNumber.of(number), Symbology.EAN_13).png(SCALE);

        assertThat(read(pixels(png), Symbology.EAN_13)).isEqualTo(number);
    }

    @Test
    void the_shops_prefix_is_put_before_the_number_once() {
        assertThat(codes.prefixed(CardNumber.of("4711"), Symbology.QR).text()).isEqualTo("OM-4711");
        assertThat(codes.prefixed(CardNumber.of("OM-4711"), Symbology.QR).text())
                .isEqualTo("OM-4711");
    }

    @Test
    void what_cannot_be_drawn_is_refused_by_name() {
        CardNumber letters = CardNumber.of("OM-4711");
        CardNumber wrongCheck = CardNumber.of("4006381333932");

        assertThatThrownBy(() -> codes.picture(letters, Symbology.EAN_13)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> codes.picture(wrongCheck, Symbology.EAN_13))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EAN_13");
        assertThatThrownBy(() -> codes.picture(CardNumber.of("caf\u00e9 \u2615"), Symbology.CODE_128))
                .isInstanceOf(InvalidRequestException.class);
        CodePicture picture = codes.picture(letters, Symbology.QR);
        assertThatThrownBy(() -> picture.png(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> picture.png(51)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(BufferedImage image, Symbology symbology) throws NotFoundException {
        BarcodeFormat format =
                symbology == Symbology.QR ? BarcodeFormat.QR_CODE : BarcodeFormat.valueOf(symbology.name());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        Result result = new MultiFormatReader()
                .decode(
                        bitmap,
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.PURE_BARCODE, true));
        return result.getText();
    }

    private static BufferedImage pixels(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Draws the shapes of the text, as a browser would. */
    private static BufferedImage pixels(String svg, CodePicture picture) {
        int width = picture.width() * SCALE;
        BufferedImage image = new BufferedImage(width, picture.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        int[] light = new int[width * image.getHeight()];
        Arrays.fill(light, 0xffffff);
        image.setRGB(0, 0, width, image.getHeight(), light, 0, width);
        Matcher run = RUN.matcher(svg);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * SCALE;
            int y = Integer.parseInt(run.group(2)) * SCALE;
            int length = Integer.parseInt(run.group(3)) * SCALE;
            image.setRGB(x, y, length, SCALE, new int[length * SCALE], 0, length);
        }
        return image;
    }
}
