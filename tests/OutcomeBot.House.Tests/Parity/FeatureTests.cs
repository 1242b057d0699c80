namespace OutcomeBot.House.Tests.Parity;

/// <summary>What people can do, proved behind every door; the page of platforms is made of the same list.</summary>
public sealed class FeatureTests
{
    public static TheoryData<string, string> Everywhere()
    {
        var all = new TheoryData<string, string>();
        foreach (var feature in Feature.All)
            foreach (var door in Channel.Doors)
                all.Add(feature.Name, door);
        return all;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task It_works_as_the_page_of_platforms_says(string feature, string door)
    {
        await using var channel = await Channel.OpenAsync(door);
        await Feature.All.Single(one => one.Name == feature).Proof(channel);
    }

    [Fact]
    public void The_page_of_platforms_is_the_one_that_this_list_makes() => PlatformsPage.Same();
}
