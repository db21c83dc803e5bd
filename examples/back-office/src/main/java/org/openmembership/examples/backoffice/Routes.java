package org.openmembership.examples.backoffice;

import org.openmembership.Membership;

/**
 * Which page is where.
 *
 * @param words how values are told
 * @param articles what the host calls its articles
 * @param outbox where its messages end
 * @param web the library as the shop's web site calls it
 */
record Routes(Words words, Articles articles, Outbox outbox, Membership web) {
    void add(Server.Adding server) {
        AccountCards cards = new AccountCards(words);
        server.get(Paths.CUSTOMERS, new CustomerList()::list)
                .getOf("", new CustomerPages(words, cards)::show)
                .getOf("/edit", ContactPages::form)
                .postOf("/edit", ContactPages::save);
        points(server, cards);
        server.get(Paths.DUPLICATES, DuplicatePages::groups)
                .getOf("/duplicates", DuplicatePages::of)
                .postOf("/duplicates", DuplicatePages::dismiss);
        MergeHistory merges = new MergeHistory(words);
        AgreementPages agreements = new AgreementPages(new Agreements(), web);
        MergePages merging = new MergePages(agreements);
        server.getOf("/merge", merging::plan)
                .postOf("/merge", merging::merge)
                .postOf("/merge/ask", agreements::ask)
                .get("/agreements/{token}", agreements::show)
                .post("/agreements/{token}", agreements::answer)
                .get(Paths.OUTBOX, call -> Reply.page(outbox.page(agreements.mail())))
                .getOf("/merges", merges::list)
                .get("/merges/{merge}", merges::show)
                .post("/merges/{merge}/unmerge", merges::unmerge);
        people(server);
    }

    private void points(Server.Adding server, AccountCards cards) {
        PurchasePages purchases = new PurchasePages(words, articles);
        server.getOf("/accounts/{account}/points", new PointsPages(words, cards)::show)
                .getOf("/purchases", purchases::list)
                .get("/purchases/{source}/{receipt}", purchases::show);
        AdjustPages adjust = new AdjustPages(words, new Proposals());
        server.getOf("/accounts/{account}/adjust", adjust::form)
                .postOf("/accounts/{account}/adjust", adjust::adjust)
                .getOf("/accounts/{account}/block", BlockPages::form)
                .postOf("/accounts/{account}/block", BlockPages::block)
                .postOf("/accounts/{account}/unblock", BlockPages::unblock)
                .get(Paths.APPROVALS, adjust::waiting)
                .post(Paths.APPROVALS, adjust::decide);
        OnAccountPages onAccount = new OnAccountPages(words);
        server.getOf("/on-account", onAccount::show).postOf("/on-account", onAccount::post);
    }

    private void people(Server.Adding server) {
        RegistrationPages registration = new RegistrationPages(words);
        server.get(Paths.REGISTER, registration::form)
                .post(Paths.REGISTER, registration::register)
                .get("/registrations/{registration}", registration::waiting)
                .post("/registrations/{registration}/verify", registration::verify)
                .post("/registrations/{registration}/resend", registration::resend);
        InvitationPages invitations = new InvitationPages(words);
        AcceptancePages accepting = new AcceptancePages(words, web);
        server.postOf("/invite", invitations::invite)
                .getOf("/invitation", invitations::show)
                .postOf("/invitation/withdraw", invitations::withdraw)
                .get("/invitations/{invitation}", accepting::show)
                .post("/invitations/{invitation}", accepting::accept)
                .get("/invitations/{invitation}/decline", accepting::showDeclining)
                .post("/invitations/{invitation}/decline", accepting::decline);
        EnvoyPages envoys = new EnvoyPages(words, web);
        server.getOf("/envoy", envoys::show).postOf("/envoy/{step}", envoys::step);
        server.postOf("/enrol", EnrolmentPages::enrol)
                .getOf("/accounts/{account}/card", EnrolmentPages::cardForm)
                .postOf("/accounts/{account}/card", EnrolmentPages::handOut);
        ErasePages erasing = new ErasePages(words);
        server.getOf("/erase", erasing::plan)
                .postOf("/erase", erasing::request)
                .get("/erasures/{erasure}", erasing::show)
                .post("/erasures/{erasure}/execute", erasing::execute)
                .post("/erasures/{erasure}/withdraw", erasing::withdraw);
        ConsentPages consents = new ConsentPages(words);
        OptInPages optIns = new OptInPages(words, web.consents());
        server.getOf("/consent", consents::show)
                .postOf("/consent", consents::save)
                .postOf("/consent/none", consents::none)
                .postOf("/groups", consents::groups)
                .get("/consents/{optIn}", optIns::show)
                .post("/consents/{optIn}", optIns::confirm);
        NotePages notes = new NotePages(words);
        server.getOf("/notes", notes::list)
                .postOf("/notes", notes::add)
                .postOf("/notes/{note}/done", notes::done)
                .get(Paths.TASKS, notes::tasks);
    }
}
