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
        ChecksTableOfGoodCauses.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(said => (said.Trim(), Array.Empty<CheckId>()))
            .Concat(Bad.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Row));

    private static (string, CheckId[]) Row(string line) => line.Split('|') is [var ids, var said]
        ? (said.Trim(), [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CheckId>)])
        : throw new FormatException(line);

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
        PersonOrGroup                        | Procurement is slow
        PersonOrGroup                        | The designers don't listen to users
        PersonOrGroup                        | Finance is too conservative
        PersonOrGroup                        | He never understands the requirements
        PersonOrGroup                        | The architects
        PersonOrGroup                        | Our managers are not committed
        PersonOrGroup                        | Because Ben is inexperienced
        BlameWord                            | It was plain negligence
        VagueWord                            | Planning is bad
        VagueWord                            | The documentation is poor
        VagueWord                            | Tests run too long
        VagueWord                            | Lack of visibility
        VagueWord                            | Deployment does not work well
        VagueWord                            | Insufficient testing of upgrades
        HumanErrorNeedsCause                 | An intern deleted the wrong database
        HumanErrorNeedsCause                 | The tester overlooked the failing case
        HumanErrorNeedsCause                 | Someone mixed up the two customers
        HumanErrorNeedsCause                 | The date was mistyped
        RuleBrokenNeedsCause                 | The engineer skipped the code review
        RuleBrokenNeedsCause                 | Teams do not comply with the security policy
        RuleBrokenNeedsCause                 | The standard was ignored
        NotDoingNeedsDuty                    | Nobody told the customers
        NotDoingNeedsDuty                    | We never validated the assumption
        NotDoingNeedsDuty                    | Marketing did not inform sales about the campaign
        NotDoingNeedsDuty                    | The numbers were never verified
        NotDoingNeedsDuty                    | The manager failed to respond
        SolutionInDisguise                   | We need more people
        SolutionInDisguise                   | We don't have a CRM
        SolutionInDisguise                   | The team lacks training
        SolutionInDisguise                   | We should move to microservices
        SolutionInDisguise                   | There are no integration tests
        SolutionInDisguise                   | Releases are not automated
        SolutionInDisguise                   | We ought to use AI for this
        SeveralCauses                        | The forecast is guessed and the pipeline is updated once a month
        SeveralCauses                        | Customers compare us with free tools, and procurement asks for three quotes
        SeveralCauses                        | The API times out; retries double the load
        RestatesParent                       | Conversion for up-sells decreased
        RestatesParent                       | Up-sells convert less: conversion fell
        CauseAndEffect                       | Legacy systems
        CauseAndEffect                       | Not sure
        CauseAndEffect                       | Complexity
        BlameWord PersonOrGroup              | Operations is unprofessional
        PersonOrGroup                        | The CEO keeps changing his mind
        PersonOrGroup                        | Accounting refuses to help
        PersonOrGroup                        | Junior developers
        PersonOrGroup                        | Customer support is just too slow
        VagueWord                            | The user interface is terrible
        VagueWord                            | Information flows badly between teams
        VagueWord                            | Unclear responsibilities
        VagueWord                            | The data quality is inadequate
        HumanErrorNeedsCause                 | The trainee entered the wrong amount
        NotDoingNeedsDuty                    | Nobody noticed the error for a week
        RuleBrokenNeedsCause                 | The developer ignored the branching rules
        RuleBrokenNeedsCause                 | Approval was bypassed
        PersonOrGroup                        | Product did not talk to a single user
        NotDoingNeedsDuty                    | The logs were not monitored
        NotDoingNeedsDuty                    | Nobody raised the risk
        SolutionInDisguise                   | We have no data team
        SolutionInDisguise                   | We should use feature flags
        SolutionInDisguise                   | We need better tooling
        SolutionInDisguise                   | Missing monitoring
        SeveralCauses                        | Leads are bought in bulk and the sellers call them in random order
        SeveralCauses                        | The page is slow on phones and the button is hidden
        RestatesParent                       | Fewer conversions of up-sells
        CauseAndEffect                       | Bureaucracy
        """;
}
