using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Core.Practices.Metrics;
using OutcomeBot.Runtime;
using OutcomeBot.Web.Hosting;

namespace OutcomeBot.House.Tests.Api;

/// <summary>Values over HTTP, through the front door of the whole bot.</summary>
public sealed class MetricsApiTests : IAsyncLifetime, IDisposable
{
    private static readonly Tenant s_workspace = new("local:acme");
    private static readonly Person s_ana = new("U1", "Ana");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outcomebot");
    private readonly HttpClient _http = new();
    private WebApplication _bot = null!;
    private int _deliveries;

    public async Task InitializeAsync()
    {
        _bot = OutcomeBotApp.Build(
            ["--urls", "http://127.0.0.1:0", "--Storage:LiteDb:Path", Path.Combine(_folder.FullName, "bot.db")],
            [],
            builder => builder.Logging.ClearProviders());
        await _bot.StartAsync();
        _http.BaseAddress = new Uri(_bot.Urls.First());
    }

    public async Task DisposeAsync()
    {
        await _bot.StopAsync();
        await _bot.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_value_arrives_exactly_as_it_was_sent_and_says_which_token_brought_it()
    {
        var token = await TokenAsync();
        var (status, body) = await PostAsync(token, "lead-time/snapshots", """{"value":88.125,"period":"2026-W31","unit":"days","source":"Jira"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("lead-time", body.GetProperty("metric").GetString());
        var value = (await MetricAsync("lead-time"))!.Last!;
        Assert.Equal((88.125m, "2026-W31", "Jira", "nightly build"), (value.Value, value.Period, value.Source, value.By.Name));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_another_value_under_its_own_key_is_a_correction()
    {
        var token = await TokenAsync();
        for (var time = 0; time < 3; time++)
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(token, "revenue/snapshots", """{"value":50,"period":"Q3 2026"}""", "the-same-key")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(token, "revenue/snapshots", """{"value":50.9,"period":"Q3 2026"}""", "another-key")).Status);
        var kept = await KeptAsync("revenue");
        var reading = Assert.Single(kept!.Readings);
        Assert.Equal((50.9m, 50m), (reading.Value, Assert.Single(reading.Was).Value));
    }

    [Fact]
    public async Task A_key_that_comes_again_with_another_body_is_refused_and_nothing_is_recorded()
    {
        var token = await TokenAsync();
        await PostAsync(token, "revenue/snapshots", """{"value":50,"period":"Q3 2026"}""", "build-4711");
        foreach (var (address, json) in new[]
        {
            ("revenue/snapshots", """{"value":50.9,"period":"Q3 2026"}"""),
            ("cogs/snapshots", """{"value":50,"period":"Q3 2026"}"""),
            ("snapshots", """{"snapshots":[{"metric":"cogs","value":4,"period":"Q3 2026"}]}"""),
        })
        {
            var (status, body) = await PostAsync(token, address, json, "build-4711");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("This Idempotency-Key came with another body before. Nothing was recorded.", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(Assert.Single((await KeptAsync("revenue"))!.Readings).Was);
        Assert.Null(await MetricAsync("cogs"));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(await TokenAsync(), "revenue/snapshots", """{"value":50,"period":"Q3 2026"}""", "build-4711")).Status);
    }

    [Fact]
    public async Task A_batch_says_for_each_metric_what_became_of_it()
    {
        var token = await TokenAsync();
        await PostAsync(token, "lead-time/snapshots", """{"value":88,"period":"Q3 2026","unit":"days"}""");
        var (status, body) = await PostAsync(token, "snapshots", """
            {"snapshots":[{"metric":"revenue","value":48.4,"period":"Q3 2026"},{"metric":"Revenue","value":44,"period":"Q2 2026"},{"metric":"lead-time","value":100,"period":"Q2 2026","unit":"hours"},{"metric":"items","value":1,"period":"soon"}]}
            """);
        Assert.Equal(HttpStatusCode.MultiStatus, status);
        var metrics = body.GetProperty("metrics");
        Assert.Equal([2, 0, 0], metrics.EnumerateArray().Select(one => one.GetProperty("values").GetInt32()));
        Assert.Contains("lead-time is kept in days", metrics[1].GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Contains("isn't a period", metrics[2].GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Equal([44m, 48.4m], (await MetricAsync("revenue"))!.Values.Select(value => value.Value));
        Assert.Null(await MetricAsync("items"));
    }

    [Theory]
    [InlineData("{\"value\":100,\"period\":\"Q3 2026\",\"unit\":\"pp\"}", HttpStatusCode.UnprocessableEntity, "never mixed")]
    [InlineData("{\"period\":\"Q3 2026\"}", HttpStatusCode.UnprocessableEntity, "needs a \"value\"")]
    [InlineData("{\"value\":1}", HttpStatusCode.UnprocessableEntity, "needs a \"period\"")]
    [InlineData("{\"value\":1,\"period\":\"Q3 2099\"}", HttpStatusCode.UnprocessableEntity, "hasn't begun yet")]
    [InlineData("{\"value\":\"many\",\"period\":\"Q3 2026\"}", HttpStatusCode.BadRequest, "$.value")]
    [InlineData("not json", HttpStatusCode.BadRequest, "isn't the JSON")]
    public async Task A_refusal_is_a_sentence_and_keeps_nothing(string json, HttpStatusCode expected, string sentence)
    {
        var token = await TokenAsync();
        await PostAsync(token, "margin/snapshots", """{"value":-7.4,"period":"Q1 2026","unit":"%"}""");
        var (status, body) = await PostAsync(token, "margin/snapshots", json);
        Assert.Equal(expected, status);
        Assert.Contains(sentence, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single((await MetricAsync("margin"))!.Values);
    }

    [Fact]
    public async Task Without_a_token_that_works_nobody_is_let_in()
    {
        var token = await TokenAsync();
        foreach (var wrong in new[] { null, "", token + "0", Tokens.Text(new Tenant("local:other"), token.Split('.')[2]), "ob.zz.zz" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(wrong, "lead-time/snapshots", """{"value":1,"period":"Q3 2026"}""")).Status);
        await TakeAsync(new Pressed(new Press("metric", Tokens.Id, "revoke", "1")) { Delivery = "revoke", Place = Channel, By = s_ana, At = Now, Door = OpenDoor.Whisper });
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(token, "lead-time/snapshots", """{"value":1,"period":"Q3 2026"}""")).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_and_so_are_guesses_from_one_address_beyond_a_pace_while_a_token_that_works_goes_on()
    {
        var token = await TokenAsync();
        var (status, _) = await PostAsync(token, "lead-time/snapshots", $$"""{"value":1,"period":"Q3 2026","source":"{{new string('x', 300_000)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        var last = HttpStatusCode.OK;
        for (var request = 0; request < 250 && last != HttpStatusCode.TooManyRequests; request++)
            last = (await PostAsync(Tokens.Text(s_workspace, $"guess{request}"), "lead-time/snapshots", "{}")).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(token, "lead-time/snapshots", """{"value":1,"period":"Q3 2026"}""")).Status);
    }

    [Fact]
    public async Task The_document_describes_both_addresses()
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri("/api/openapi.json", UriKind.Relative)));
        Assert.Equal(["/api/v1/metrics/snapshots", "/api/v1/metrics/{name}/snapshots"], document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order());
    }

    private static Place Channel => new(s_workspace, "C1");

    private static Instant Now => Instant.FromDateTimeOffset(DateTimeOffset.UtcNow);

    private async Task<string> TokenAsync()
    {
        var answer = await TakeAsync(new Said("metric", "token for nightly build") { Delivery = $"token{++_deliveries}", Place = Channel, By = s_ana, At = Now, Door = OpenDoor.Whisper });
        return CardText.Of(answer.Replies.OfType<Whisper>().Single().Card).Split('\n')[1];
    }

    private Task<Answer> TakeAsync(Incoming incoming) => _bot.Services.GetRequiredService<IInbox>().TakeAsync(incoming, CancellationToken.None);

    private async Task<Kept?> KeptAsync(string name) =>
        (await _bot.Services.GetRequiredService<IJournal>().OpenAsync(new Subject(s_workspace, MetricName.Practice, MetricName.IdOf(name)), CancellationToken.None))?.State as Kept;

    private async Task<Metric?> MetricAsync(string name) =>
        await _bot.Services.GetRequiredService<IJournal>().OpenAsync(new Subject(s_workspace, MetricName.Practice, MetricName.IdOf(name)), CancellationToken.None) is { } page
            ? Catalog.Of(MetricName.Practice)!.Measure(page)
            : null;

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string? token, string address, string json, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/metrics/{address}", UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
