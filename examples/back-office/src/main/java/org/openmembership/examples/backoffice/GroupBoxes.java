package org.openmembership.examples.backoffice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupAudience;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupTick;
import org.openmembership.groups.GroupChoice;
import org.openmembership.groups.Groups;

/** Every group of the shop as a tick box (C9, C54). */
record GroupBoxes(Words words) {
    private static final String GROUP = "group.";

    /** The groups of this shop; defining them again changes nothing. */
    static void define(Groups groups) {
        groups.define(list("news", "Newsletter", ContactChannel.EMAIL));
        groups.define(list("vouchers", "Vouchers by letter", ContactChannel.POST));
        groups.define(
                CustomerGroup.segment(CustomerGroupCode.of("regulars"), "Regular customers", GroupAudience.PRIVATE));
    }

    private static CustomerGroup list(String code, String name, ContactChannel channel) {
        return CustomerGroup.list(CustomerGroupCode.of(code), name, GroupAudience.PUBLIC, channel);
    }

    /** All groups as a choice. */
    static Map<String, String> choice(Groups groups) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", "In any group or none");
        groups.all().forEach(group -> options.put(group.code().value(), "In " + group.name()));
        return options;
    }

    Markup of(Call call, Customer customer, Answers answers) {
        List<GroupTick> all =
                call.clerk().groups().of(customer.id()).map(CustomerTicks::all).orElse(List.of());
        if (all.isEmpty()) {
            return Parts.section("Groups", Parts.paragraph("The shop has no groups yet."));
        }
        Map<String, String> ticked = new HashMap<>();
        all.stream()
                .filter(GroupTick::isTicked)
                .forEach(tick -> ticked.put(GROUP + tick.group().code(), "yes"));
        Form form = Form.to(Paths.of(customer.id(), "groups"), call, new Answers(ticked, answers.wrong()));
        all.forEach(tick -> form.tick(GROUP + tick.group().code(), tick.group().name(), words(tick)));
        return Parts.section("Groups", form.send("Save groups", Paths.of(customer.id())));
    }

    private String words(GroupTick tick) {
        CustomerGroup group = tick.group();
        ContactChannel channel = group.channel();
        GroupMembership membership = tick.membership();
        String kind = channel == null
                ? ""
                : ", written to by " + ConsentPages.name(channel).toLowerCase(Locale.ROOT);
        String audience = group.isPublic() ? "" : ", for staff only";
        String since = membership == null || !tick.isTicked()
                ? ""
                : " (since " + words.day(membership.since()) + ", by "
                        + membership.by().reference() + ")";
        return group.name() + kind + audience + since;
    }

    /** Puts the customer into the ticked groups, and answers with what is wrong with them. */
    static Answers choose(Call call, Customer customer) {
        Set<CustomerGroupCode> ticked = call.form().values().keySet().stream()
                .filter(name -> name.startsWith(GROUP))
                .map(name -> CustomerGroupCode.of(name.substring(GROUP.length())))
                .collect(Collectors.toSet());
        GroupChoice choice = call.clerk().groups().choose(customer.id(), ticked);
        Answers answers = Answers.NONE;
        if (choice instanceof GroupChoice.Refused refused) {
            for (GroupChoice.Problem problem : refused.problems()) {
                answers = answers.refused(GROUP + problem.group(), why(problem.reason()));
            }
        }
        return answers;
    }

    private static String why(GroupChoice.Reason reason) {
        return switch (reason) {
            case UNKNOWN_GROUP -> "is not there any more";
            case PRIVATE_GROUP -> "is for staff only";
            case NO_CONSENT -> "needs a consent first: the customer has not agreed to be written to that way";
        };
    }
}
