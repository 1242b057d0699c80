namespace OutcomeBot.Core.Tests.Metrics;

/// <summary>Acme's four quarters as the table prints them. Source: GitLab blog, 16 December 2019, on measuring value streams.</summary>
internal static class AcmeTable
{
    public const string Csv = """
        Millions,Q1,Q2,Q3,Q4
        Revenue,36.7,44.0,48.4,50.9
        COGS,2.2,4.0,4.8,4.6
        Net sales,34.5,40.1,43.6,46.3
        Margin,94%,91%,90%,91%
        R&D,16.5,18.3,20.3,22.7
        Marketing,4.1,5.2,6.6,7.4
        Sales,15.0,17.8,19.9,21.2
        G&A,1.6,2.1,2.3,2.9
        Total OpEx,37.2,43.4,49.1,54.2
        Net profit,-2.7,-3.3,-5.5,-7.9
        Profit margin,-7%,-8%,-11%,-16%
        Items delivered,"2,275","2,524","2,800","3,131"
        Lead time (days),31,52,69,88
        Cost per item delivered,"7,250","7,250","7,250","7,250"
        """;

    public static Room Imported()
    {
        var room = new Room();
        var page = room.Bring(Csv, ("source", "finance report 2026"));
        return room.Press($"metric/{page.Subject.Id}/confirm");
    }
}
