using OutcomeBot.Core.Practices.FiveWhys;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>
/// What teams say when they are asked why, and what a good colleague would ask about it. Read the second part aloud once:
/// you have heard all of it. The people in the room are Ana Lopez, Ben and Chen; the problem is that conversion of up-sells has
/// fallen, and "Release planning has no capacity rule" was said in another branch.
/// </summary>
internal static class ChecksTable
{
    public const string Parent = "Conversion of up-sells has fallen";

    public static readonly string[] Others = ["Release planning has no capacity rule", "The price page shows two currencies"];

    public static readonly string[] People = ["Ana Lopez", "Ben", "Chen"];

    public static IEnumerable<(string Said, CheckId[] Expected)> Rows =>
        Good.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(said => (said.Trim(), Array.Empty<CheckId>()))
            .Concat(Bad.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Row));

    private static (string, CheckId[]) Row(string line) => line.Split('|') is [var ids, var said]
        ? (said.Trim(), [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CheckId>)])
        : throw new FormatException(line);

    /// <summary>Causes as one wishes for them: something in the work that a team can go and look at. Not a word about these.</summary>
    private const string Good = """
        Work waits 51 of 88 days between two steps
        The deploy script retries without backoff
        Sales sells from the roadmap because it is the only list with dates
        Sales sells features from the roadmap
        Enterprises need audit and SSO
        The roadmap shows dates nobody has estimated
        Promised dates are copied into contracts before anyone has counted the work
        Code reviews take two days because three people may approve them
        The test environment is rebuilt by hand every Monday
        Nobody owns the activation metric
        Two teams write to the same orders table
        Requests enter the backlog through four doors
        Each release needs a manual sign-off from two directors
        We need three approvals before every release
        We have to deploy by hand on Fridays
        The on-call engineer misread the alert because two alerts share a name
        Ana approves every discount above 5 %
        Finance closes the books ten days after the month ends
        R&D gets new priorities every second week
        R&D and sales plan from different calendars
        Supply and demand are matched once a quarter
        The terms and conditions open in a pop-up that phones block
        Research and development report to two directors
        The tests are too slow to run before a merge
        The build takes 47 minutes
        A retry sends the same invoice twice
        Every bad request is logged as an error, which fills the disk
        The fault tolerance test runs only in staging
        Support is slow on Mondays because the weekend tickets arrive in one batch
        The checklist was skipped because it takes forty minutes and releases come hourly
        The alert goes to a mailbox that closed in May
        The price page loads in nine seconds on a phone
        The contract rewards new features and says nothing about use
        Bonuses are paid for signed deals, not for renewals
        The cache keeps prices for 24 hours
        Hotfixes bypass the review queue
        The feature flag was on for one region only
        The script does not check the schema version
        Customers pay for the year before the second module is ready
        Items are started before the ones in review are finished
        It was nobody's job to update the runbook after the move
        The import form confuses decimal commas and thousands separators
        Capacity is counted in people, and half of them are on call
        The upgrade path from version 3 is tested with an empty database
        The customer sees the limit only after paying
        売上の目標が四半期ごとに変わる
        Die Freigabe dauert elf Tage, weil zwei Abteilungen nacheinander prüfen
        Продажи обещают сроки без оценки
        """;

    /// <summary>What is said first, most days.</summary>
    private const string Bad = """
        PersonOrGroup                        | R&D is too slow
        PersonOrGroup                        | Sales doesn't care
        PersonOrGroup                        | Sales don't care about margins
        PersonOrGroup                        | Management never listens
        PersonOrGroup                        | The developers are slow
        PersonOrGroup                        | The product manager is the bottleneck
        PersonOrGroup                        | Ben is always late
        PersonOrGroup                        | Ana
        PersonOrGroup                        | Marketing
        PersonOrGroup                        | The sales team
        PersonOrGroup                        | Legal is difficult
        PersonOrGroup                        | They don't understand the product
        PersonOrGroup                        | The vendor is unreliable
        PersonOrGroup                        | The backend team refuses to estimate
        PersonOrGroup                        | Leadership is out of touch
        PersonOrGroup                        | She can't plan
        PersonOrGroup                        | Sales and R&D don't talk
        PersonOrGroup                        | QA is not good enough
        PersonOrGroup                        | Our CTO is stubborn
        PersonOrGroup                        | @dana is slow
        PersonOrGroup                        | We are too slow
        PersonOrGroup                        | Engineering doesn't deliver
        BlameWord PersonOrGroup              | The testers are lazy
        BlameWord PersonOrGroup              | Chen was careless
        BlameWord PersonOrGroup              | Ops dropped the ball
        BlameWord PersonOrGroup              | Ben's attitude
        BlameWord                            | It's their fault
        BlameWord                            | Somebody screwed up the migration
        BlameWord                            | Pure incompetence
        BlameWord                            | The person on call should have known this
        BlameWord                            | Sloppy work before the release
        BlameWord                            | The release was a stupid idea
        VagueWord                            | The handover works poorly
        VagueWord                            | Inadequate planning of the releases
        VagueWord                            | Lack of communication
        VagueWord                            | There was a lack of ownership
        VagueWord                            | Bad data in the forecast
        VagueWord                            | Requirements are unclear
        VagueWord                            | The build is too slow
        VagueWord                            | Communication problems between the two sites
        VagueWord                            | The migration was not properly prepared
        VagueWord                            | Poor quality
        VagueWord                            | There are some issues with the importer
        VagueWord                            | Releases are chaotic
        VagueWord                            | The onboarding is not good
        VagueWord                            | The estimates somehow double on the way
        VagueWord                            | Insufficient alignment
        VagueWord                            | The price model is too complicated
        VagueWord                            | There is not enough focus
        HumanErrorNeedsCause                 | Human error
        HumanErrorNeedsCause                 | Somebody forgot the second flag
        HumanErrorNeedsCause                 | The operator pressed the wrong button
        HumanErrorNeedsCause                 | The file was deleted by mistake
        HumanErrorNeedsCause                 | They overlooked the warning
        HumanErrorNeedsCause                 | The engineer misread the graph
        HumanErrorNeedsCause                 | The wrong price list was uploaded
        HumanErrorNeedsCause                 | We made a mistake in the forecast
        HumanErrorNeedsCause                 | The renewal was accidentally cancelled
        HumanErrorNeedsCause                 | It was a typo in the config
        HumanErrorNeedsCause                 | The invoice run was forgotten
        HumanErrorNeedsCause PersonOrGroup   | Ana forgot to switch the flag on
        HumanErrorNeedsCause PersonOrGroup   | Ben misunderstood the contract
        RuleBrokenNeedsCause                 | The team did not follow the release process
        RuleBrokenNeedsCause                 | The checklist was skipped
        RuleBrokenNeedsCause                 | Developers bypass the review
        RuleBrokenNeedsCause                 | The procedure was not followed
        RuleBrokenNeedsCause                 | They violated the change policy
        RuleBrokenNeedsCause                 | The discount was given without approval
        RuleBrokenNeedsCause                 | We ignore our own guidelines
        RuleBrokenNeedsCause                 | Sales went around the pricing rules
        RuleBrokenNeedsCause                 | The runbook wasn't followed on Saturday
        RuleBrokenNeedsCause                 | The team broke the two-reviewer rule
        RuleBrokenNeedsCause                 | It was merged against the branch policy
        RuleBrokenNeedsCause PersonOrGroup   | Chen skipped the approval step
        NotDoingNeedsDuty                    | Nobody checked the numbers
        NotDoingNeedsDuty                    | No one told support about the new price
        NotDoingNeedsDuty                    | We didn't test the upgrade
        NotDoingNeedsDuty                    | The customers were not informed
        NotDoingNeedsDuty                    | The runbook was never updated
        NotDoingNeedsDuty                    | We never measure lead time
        NotDoingNeedsDuty                    | Support failed to escalate the ticket
        NotDoingNeedsDuty                    | The team didn't ask the pilot customers
        NotDoingNeedsDuty                    | The backup wasn't tested
        NotDoingNeedsDuty                    | Nobody reviewed the contract
        NotDoingNeedsDuty                    | Sales did not warn R&D about the deal
        NotDoingNeedsDuty                    | Finance never confirmed the order
        RestatesParent                       | Up-sell conversion fell
        RestatesParent                       | Because the conversion of up-sells dropped
        RestatesParent                       | Fewer up-sells convert, so conversion falls
        RestatesParent                       | Conversion of up-sells is declining
        SolutionInDisguise                   | We need a new CRM
        SolutionInDisguise                   | We have no automated tests
        SolutionInDisguise                   | No automated tests
        SolutionInDisguise                   | We should have used Kubernetes
        SolutionInDisguise                   | Lack of training
        SolutionInDisguise                   | There is no dashboard for lead time
        SolutionInDisguise                   | We don't use Scrum
        SolutionInDisguise                   | Not enough developers
        SolutionInDisguise                   | The monolith needs to be split
        SolutionInDisguise                   | The code needs refactoring
        SolutionInDisguise                   | We need to hire two testers
        SolutionInDisguise                   | Missing documentation
        SolutionInDisguise                   | If we had bought the enterprise plan it would hold
        SolutionInDisguise                   | The team ought to pair more
        SolutionInDisguise                   | We haven't adopted OKRs
        SolutionInDisguise                   | There are too few designers
        SolutionInDisguise                   | Let's move everything to the cloud
        SolutionInDisguise                   | Sales needs better slides
        SeveralCauses                        | The build takes an hour and tests fail at random
        SeveralCauses                        | Prices changed in May; the competitor launched a free plan
        SeveralCauses                        | The form asks for a phone number and also the button sits below the fold
        SeveralCauses                        | The trial ends on day 14, and the data import takes 20 days on average
        SeveralCauses                        | Invoices arrive late, and customers pay after the reminder
        SeveralCauses                        | The importer drops rows, plus the log is deleted every night
        SeveralCauses                        | The trial is short as well as the setup takes two weeks
        SeveralCauses                        | Sales is paid for signatures and nobody is paid for renewals
        SeveralCauses                        | The price was raised in March. Also, the old plan was removed
        SeveralCauses                        | Reviewers are in another time zone and the queue has no limit
        SaidElsewhere                        | There is no rule for capacity in release planning
        SaidElsewhere                        | Release planning lacks a capacity rule
        SaidElsewhere                        | Two currencies are shown on the price page
        CauseAndEffect                       | Technical debt
        CauseAndEffect                       | Company culture
        CauseAndEffect                       | The market
        CauseAndEffect                       | Pricing
        CauseAndEffect                       | I don't know
        CauseAndEffect                       | It just happens
        CauseAndEffect                       | No idea
        CauseAndEffect                       | The old monolith
        TooLong                              | When a customer asks for a change the account manager writes a mail to the product manager of the module that the customer uses most, who copies the mail into the backlog tool under a new number without the date
        SeveralCauses TooLong                | The importer was written for the first pilot in the year when the company had eleven customers and a single currency, and the second importer reads the same files with another library that rounds amounts in another way
        SolutionInDisguise SeveralCauses     | We need a new portal and also we need a mobile app
        PersonOrGroup SeveralCauses          | Sales is greedy and the roadmap changes every week
        VagueWord SeveralCauses              | The handover works poorly and the queue has no limit
        """;
}
