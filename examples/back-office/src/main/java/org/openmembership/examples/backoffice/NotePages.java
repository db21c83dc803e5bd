package org.openmembership.examples.backoffice;

import static org.openmembership.examples.backoffice.Markup.tag;
import static org.openmembership.examples.backoffice.Markup.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.examples.backoffice.Parts.Column;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.note.Task;
import org.openmembership.note.TaskStatus;
import org.openmembership.notes.DatedNote;
import org.openmembership.notes.NoteForm;
import org.openmembership.notes.NoteResult;
import org.openmembership.notes.Notes;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Page.Request;

/** What clerks write about customers, and what is to be done (C31, C55). */
record NotePages(Words words) {
    private static final int LINES = 50;
    private static final List<Column> TASKS =
            List.of(Column.words("Due"), Column.words("Task"), Column.words("For"), Column.words("Customer"));

    Reply list(Call call, Customer customer) {
        return Reply.page(page(call, customer, Answers.NONE));
    }

    private Page page(Call call, Customer customer, Answers answers) {
        List<DatedNote> notes =
                call.clerk().notes().of(customer.id(), Request.first(LINES)).items();
        Markup form = Form.to(Paths.of(customer.id(), "notes"), call, answers)
                .keyed()
                .area(Field.required("text", "Note"))
                .line(Field.optional("dueOn", "To be done by").day().hint("With a day it is a task"))
                .line(Field.optional("assignee", "Who does it").hint("A clerk's number"))
                .send("Keep", Paths.of(customer.id()));
        Markup kept = notes.isEmpty()
                ? Parts.section("Kept", Parts.paragraph("Nothing was written yet."))
                : Markup.all(
                        notes.stream().map(note -> note(call, customer, note)).toList());
        return CustomerPages.below(customer, "Notes and tasks", Parts.section("New note", form), kept);
    }

    private Markup note(Call call, Customer customer, DatedNote dated) {
        Note note = dated.note();
        Task task = note.task();
        Markup badge = task == null ? Markup.NONE : badge(task, dated.overdue());
        Markup done = task == null || !task.isOpen()
                ? Markup.NONE
                : Form.to(
                                Paths.of(
                                        customer.id(),
                                        "notes/" + Paths.encoded(note.id().value()) + "/done"),
                                call)
                        .hidden("version", Integer.toString(note.version()))
                        .hidden("text", note.text())
                        .hidden("dueOn", task.dueOn().toString())
                        .hidden("assignee", task.assignee() == null ? "" : task.assignee())
                        .send("Done", null);
        return tag("article")
                .styled("card")
                .of(
                        tag("p").text(note.text()),
                        Parts.aside(words.minute(note.createdAt()) + ", "
                                + note.by().reference()),
                        badge,
                        done);
    }

    private static Markup badge(Task task, boolean overdue) {
        String due = "due " + Words.day(task.dueOn()) + (task.assignee() == null ? "" : ", " + task.assignee());
        return Markup.all(
                Parts.badge(task.isOpen() ? overdue ? "bad" : "warn" : "good", Words.of(task.status())),
                text(" " + due));
    }

    Reply add(Call call, Customer customer) {
        Answers answers = call.form().checkDay("dueOn");
        if (answers.isRefused()) {
            return Reply.wrong(page(call, customer, answers));
        }
        boolean isTask = answers.given("dueOn") != null;
        NoteForm form = isTask
                ? NoteForm.task(inOneLine(answers.given("text")), answers.day("dueOn"))
                        .assignedTo(answers.given("assignee"))
                : NoteForm.note(inOneLine(answers.given("text"))).assignedTo(answers.given("assignee"));
        try {
            NoteResult result = call.clerk().notes().add(customer.id(), Keys.of(answers), form);
            return result instanceof NoteResult.Kept
                    ? Reply.done(Paths.of(customer.id(), "notes"), Done.NOTED)
                    : Reply.conflict(
                            page(call, customer, Keys.without(answers.refused("text", "this form was sent before"))));
        } catch (InvalidRequestException wrong) {
            return Reply.wrong(page(call, customer, answers.refused(wrong.violations())));
        }
    }

    /** Notes hold no control characters, so no line breaks. */
    private static @Nullable String inOneLine(@Nullable String text) {
        return text == null ? null : text.replaceAll("\\s*\\R\\s*", " ");
    }

    Reply done(Call call, Customer customer) {
        Answers answers = call.form();
        NoteForm form = NoteForm.task(answers.given("text"), answers.day("dueOn"))
                .with(TaskStatus.COMPLETED)
                .assignedTo(answers.given("assignee"));
        Notes door = call.clerk().notes();
        NoteResult result =
                door.change(NoteId.of(call.inPath("note")), Integer.parseInt(answers.value("version")), form);
        if (result instanceof NoteResult.Kept) {
            return Reply.done(Paths.of(customer.id(), "notes"), Done.SAVED);
        }
        if (result instanceof NoteResult.Stale) {
            return Reply.conflict(page(
                    call, customer, Answers.NONE.refused("text", "somebody else has changed this task meanwhile")));
        }
        return Reply.notFound("note");
    }

    /** What is to be done about anybody, the first due first. */
    Reply tasks(Call call) {
        boolean overdue = !call.asked("overdue").isEmpty();
        List<DatedNote> tasks = call.clerk()
                .notes()
                .openTasks(null, overdue, Request.first(LINES))
                .items();
        Markup list = tasks.isEmpty()
                ? tag("div")
                        .styled("card nothing")
                        .of(
                                tag("h2").text("Nothing to do"),
                                Parts.paragraph("Tasks are written on a customer's notes page."))
                : Parts.table(
                        "Open tasks",
                        TASKS,
                        tasks.stream().map(task -> line(call, task)).toList());
        Markup other = overdue
                ? Parts.link(Paths.TASKS, "All open tasks")
                : Parts.link(Paths.TASKS + "?overdue=yes", "Only overdue ones");
        return Reply.page(Page.of("Tasks", Parts.actions(other), list));
    }

    private static List<Markup> line(Call call, DatedNote dated) {
        Note note = dated.note();
        Task task = note.asTask().orElseThrow();
        Markup due = Parts.badge(dated.overdue() ? "bad" : "plain", Words.day(task.dueOn()));
        String who = call.clerk()
                .customers()
                .find(note.customer())
                .map(CustomerPages::name)
                .orElse("?");
        return List.of(
                due, text(note.text()), text(task.assignee()), Parts.link(Paths.of(note.customer(), "notes"), who));
    }
}
