namespace OutcomeBot.Core.Tests.Language;

/// <summary>What was said, and the question it has to become.</summary>
internal static class WhyOfTable
{
    public static IEnumerable<(string Said, string Asked)> Rows =>
        from line in Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let columns = line.Split("=>", StringSplitOptions.TrimEntries)
        where columns.Length == 2
        select (columns[0], columns[1]);

    private const string Text = """
        -- The verb moves to the front
        conversion of up-sells has fallen                       => Why has conversion of up-sells fallen?
        dates were believed                                     => Why were dates believed?
        Revenue growth is declining                             => Why is revenue growth declining?
        The build is red every Monday.                          => Why is the build red every Monday?
        The invoices were not sent                              => Why were the invoices not sent?
        There is no rule for capacity in release planning       => Why is there no rule for capacity in release planning?
        There are two price lists                               => Why are there two price lists?
        We can't release on Fridays                             => Why can't we release on Fridays?
        Customers can only cancel by phone                      => Why can customers only cancel by phone?
        Nobody could open the export                            => Why could nobody open the export?
        The nightly import won't start                          => Why won't the nightly import start?
        Half of the promised dates were missed                  => Why were half of the promised dates missed?
        The alert isn't routed to anyone                        => Why isn't the alert routed to anyone?
        R&D is slowing                                          => Why is R&D slowing?
        SSO was never tested with two providers                 => Why was SSO never tested with two providers?
        Support tickets have doubled since May                  => Why have support tickets doubled since May?
        The queue has been full for a week                      => Why has the queue been full for a week?
        I am paged three times a night                          => Why am I paged three times a night?
        Priorities have changed four times                      => Why have priorities changed four times?
        Two releases had been merged by hand                    => Why had two releases been merged by hand?

        -- Owning is no auxiliary
        Release planning has no capacity rule                   => Why does release planning have no capacity rule?
        Enterprise customers have no single sign-on             => Why do enterprise customers have no single sign-on?
        The old portal had two owners                           => Why did the old portal have two owners?
        Every release has to be signed twice                    => Why does every release have to be signed twice?
        We have three backlogs                                  => Why do we have three backlogs?

        -- Present
        work waits 51 of 88 days                                => Why does work wait 51 of 88 days?
        Sales sells from the roadmap                            => Why does sales sell from the roadmap?
        The deploy script retries without backoff               => Why does the deploy script retry without backoff?
        Customers churn after the first invoice                 => Why do customers churn after the first invoice?
        Nobody owns the activation metric                       => Why does nobody own the activation metric?
        Code reviews take two days                              => Why do code reviews take two days?
        Conversion drops in the second week                     => Why does conversion drop in the second week?
        Demand falls in summer                                  => Why does demand fall in summer?
        We often promise dates before estimating                => Why do we often promise dates before estimating?
        Tests fail on the first run                             => Why do tests fail on the first run?
        The migration locks the orders table for nine minutes   => Why does the migration lock the orders table for nine minutes?
        Finance approves each discount by hand                  => Why does finance approve each discount by hand?
        Product managers write specs alone                      => Why do product managers write specs alone?
        The roadmap lists features with dates                   => Why does the roadmap list features with dates?
        Incident reviews never reach the planning board         => Why do incident reviews never reach the planning board?
        Big customers buy on dates                              => Why do big customers buy on dates?
        It takes eleven days to get a test account              => Why does it take eleven days to get a test account?

        -- Past
        sales sold from the roadmap                             => Why did sales sell from the roadmap?
        Conversion dropped in Q3                                => Why did conversion drop in Q3?
        The vendor changed the price list in March              => Why did the vendor change the price list in March?
        We shipped the release without the flag                 => Why did we ship the release without the flag?
        The backup ran during the import                        => Why did the backup run during the import?
        Two customers lost their data                           => Why did two customers lose their data?
        The trial began without an invoice address              => Why did the trial begin without an invoice address?
        The on-call engineer forgot the second flag             => Why did the on-call engineer forget the second flag?
        Margin fell by 4 points                                 => Why did margin fall by 4 points?
        Traffic tripled after the launch                        => Why did traffic triple after the launch?
        Nobody told support about the new price                 => Why did nobody tell support about the new price?
        Orders increased by 5%                                  => Why did orders increase by 5%?

        -- Not
        The script does not check the schema                    => Why does the script not check the schema?
        Testers don't see the contract                          => Why don't testers see the contract?
        The pilot customers didn't renew                        => Why didn't the pilot customers renew?
        The price hasn't changed in six years                   => Why hasn't the price changed in six years?

        -- Names and shapes stay
        GitHub rejects the webhook                              => Why does GitHub reject the webhook?
        iOS users can't log in                                  => Why can't iOS users log in?
        Ana approves every release                              => Why does Ana approve every release?
        Q4 was three weeks short                                => Why was Q4 three weeks short?

        -- Already a question, or begun with because
        Why has conversion fallen?                              => Why has conversion fallen?
        why do customers leave                                  => Why do customers leave?
        Because we have no capacity rule                        => Why do we have no capacity rule?

        -- Not sure: then the plain way
        Dates promised by sales were believed                   => Why is it that dates promised by sales were believed?
        Release planning has limited capacity                   => Why is it that release planning has limited capacity?
        Work that nobody owns waits                             => Why is it that work that nobody owns waits?
        Sales sells from the roadmap because it is the only list => Why is it that sales sells from the roadmap because it is the only list?
        If a test fails, the queue stops                        => Why is it that if a test fails, the queue stops?
        The team put the flag on                                => Why is it that the team put the flag on?
        The reason is we have no rule                           => Why is it that the reason is we have no rule?
        Customers pay for the year before the module is ready   => Why do customers pay for the year before the module is ready?
        The contract rewards features and says nothing of use   => Why is it that the contract rewards features and says nothing of use?
        Teams are paid per project and keep the code            => Why is it that teams are paid per project and keep the code?
        The engineer misread the graph                          => Why is it that the engineer misread the graph?
        No automated tests                                      => Why is that so: no automated tests?
        Let's move to the cloud                                 => Why is that so: let's move to the cloud?
        Release notes                                           => Why is that so: release notes?
        The sales team                                          => Why is that so: the sales team?
        technical debt                                          => Why is that so: technical debt?
        売上が落ちた                                              => Why is it that 売上が落ちた?
        Die Preise sind zu hoch                                 => Why is it that die Preise sind zu hoch?
        продажи упали                                           => Why is it that продажи упали?
        """;
}
