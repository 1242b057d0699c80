using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OutcomeBot.House.Tests.Architecture;

public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["OutcomeBot.Core"] = [],
        ["OutcomeBot.Runtime"] = ["OutcomeBot.Core"],
        ["OutcomeBot.Storage"] = ["OutcomeBot.Runtime"],
        ["OutcomeBot.Slack"] = ["OutcomeBot.Runtime"],
        ["OutcomeBot.Teams"] = ["OutcomeBot.Runtime"],
        ["OutcomeBot.Pictures"] = ["OutcomeBot.Runtime"],
        ["OutcomeBot.Web"] = ["OutcomeBot.Storage", "OutcomeBot.Slack", "OutcomeBot.Teams", "OutcomeBot.Pictures"],
    };

    [Fact]
    public void Every_project_points_only_where_the_plan_says()
    {
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetFileNameWithoutExtension(file),
                file => XDocument.Load(file).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))).Order().ToArray());
        Assert.Equal(s_arrows.Keys.Order(), found.Keys.Order());
        Assert.All(found, project => Assert.Equal(s_arrows[project.Key].Order(), project.Value));
    }

    [Fact]
    public void A_practice_never_names_another_practice()
    {
        var practices = Directory.GetDirectories(Path.Combine(Repository.Root, "src/OutcomeBot.Core/Practices")).Select(Path.GetFileName).ToArray();
        var named = from practice in practices
                    from file in Repository.Sources($"src/OutcomeBot.Core/Practices/{practice}")
                    from other in practices
                    where other != practice && Regex.IsMatch(Repository.Code(file), $@"\bPractices\.{other}\b")
                    select $"{Repository.Name(file)} names {other}";
        Assert.Empty(named);
    }

    [Theory]
    [InlineData("src/OutcomeBot.Core", "OutcomeBot.Slack|OutcomeBot.Web|OutcomeBot.Storage|Slack|Teams|Blazor|LiteDB")]
    [InlineData("src/OutcomeBot.Runtime", "Slack|Teams|Blazor|LiteDB")]
    [InlineData("src/OutcomeBot.Storage", "Slack|Teams|Blazor")]
    [InlineData("src/OutcomeBot.Pictures", "Slack|Teams|Blazor|LiteDB")]
    [InlineData("src/OutcomeBot.Slack", "Teams|Blazor|LiteDB")]
    [InlineData("src/OutcomeBot.Teams", "Slack|Blazor|LiteDB")]
    public void No_room_speaks_the_language_of_another(string room, string words)
    {
        var foreign = Repository.Sources(room).Where(file => Regex.IsMatch(Repository.Code(file), $@"\b({words})\b"));
        Assert.Empty(foreign.Select(Repository.Name));
    }

    [Fact]
    public void No_file_of_the_product_is_longer_than_250_lines() =>
        Assert.Empty(Repository.Sources("src").Where(file => File.ReadLines(file).Count() > 250).Select(Repository.Name));

    [Fact]
    public void Core_is_kept_pure_by_the_compiler()
    {
        var banned = File.ReadAllLines(Path.Combine(Repository.Root, "src/OutcomeBot.Core/BannedSymbols.txt"));
        Assert.All(banned, line => Assert.Matches(Reason(), line));
        Assert.Contains(banned, line => line.StartsWith("N:System.Threading.Tasks;", StringComparison.Ordinal));
        Assert.Contains(banned, line => line.StartsWith("N:System.IO;", StringComparison.Ordinal));
        Assert.Contains(banned, line => line.StartsWith("P:System.DateTime.UtcNow;", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^[NTMP]:[\w.#(),]+;.*[a-z]\.$")]
    private static partial Regex Reason();
}
