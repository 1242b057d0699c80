namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>Causes as one wishes for them: something in the work that a team can go and look at. Not a word about these.</summary>
internal static class ChecksTableOfGoodCauses
{
    public const string Text = """
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
        The on-boarding mail is sent before the account exists
        Our price list is kept in a spreadsheet on one laptop
        Every branch lives eleven days before it is merged
        The sales forecast counts verbal promises as orders
        Developers wait for the security review 9 days on average
        The board sees the numbers six weeks after the quarter
        Support answers the same question 40 times a week
        Partners can order a module that we don't sell any more
        Designers learn about a change when the code is already merged
        The invoice template has no field for the order number
        A ticket can be closed without the customer knowing
        The staging database holds 200 rows and production 90 million
        Product managers are measured on shipped features
        The contract team works from PDF copies
        We estimate in story points and promise in dates
        The job runs at 02:30, which doesn't exist on the night of the clock change
        Two services read the same queue without a lock
        New hires get access after 12 days
        The discount is approved after the quote went out
        Feature requests from sales skip the discovery step because the quarter ends
        Engineers are on call in the week they plan
        People search for "cancel" and find the upgrade page
        Legal answers contract questions in the order of arrival
        We don't know which customers use the old API
        The sales forecast counts promises
        The export writes dates in the American order
        Tickets without a label go to the oldest queue
        Two people hold the only admin accounts
        Old contracts allow unlimited users
        The app asks for the address again after each error
        Managers see a ticket only when it escalates
        Our largest customer tests each version for six weeks
        A price change takes three systems and two nights
        Planning ends before the support numbers come in
        Interviews are held with buyers and not with users
        The licence check blocks the start when the network is down
        Teams are paid per project and keep the code afterwards
        Sales wins deals with features from the year after next
        There is one test phone for four teams
        売上の目標が四半期ごとに変わる
        Die Freigabe dauert elf Tage, weil zwei Abteilungen nacheinander prüfen
        Продажи обещают сроки без оценки
        """;
}
