using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>Making, listing and revoking tokens.</summary>
internal static class TokenTalk
{
    private const int MostLive = 20;
    private const int LongestLabel = 60;

    public static Meaning Of(Scene scene) => scene.Incoming switch
    {
        { IsGuest: true } => Meaning.Refuse(scene, "A token opens the whole workspace to a program, so its members make and revoke them, and you are a guest here. Ask one of them."),
        Said said when MetricLine.Of(said.Text) is { Verb: MetricLine.Token } line => Make(scene, line.Rest),
        Said => new Says(scene.Tell(List(scene.Subject, scene.State as Tokens))),
        Pressed { Press: { Verb: PressVerb.Revoke, Argument: { } id } } => new Wants(new RevokeToken(id)),
        _ => new Says(Turn.NotMine),
    };

    public static Decision Decide(Tokens tokens, MakeToken make) => tokens.Live.Length >= MostLive
        ? new Refusal($"{MostLive} tokens are in use, the most there can be. Type metric tokens and revoke one that isn't needed.")
        : new TokenMade(new Token($"{(tokens.All.IsDefault ? 0 : tokens.All.Length) + 1}", make.Label, make.Hash, make.Channel, make.By, make.At)) { By = make.By, At = make.At };

    public static Decision Decide(Tokens tokens, RevokeToken revoke) => tokens.Live.FirstOrDefault(token => token.Id == revoke.Id) is { }
        ? new TokenRevoked(revoke.Id) { By = revoke.By, At = revoke.At }
        : new Refusal("That token doesn't work any more: it was revoked before.");

    public static Tokens Evolve(MetricsState state, MetricsChange change)
    {
        var all = state is Tokens { All: { IsDefault: false } known } ? known : [];
        return change switch
        {
            TokenMade made => new Tokens(all.Add(made.Token)),
            TokenRevoked revoked => new Tokens([.. all.Select(token => token.Id == revoked.Token ? token with { Revoked = new(revoked.By, revoked.At) } : token)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What is said once, to the maker alone.</summary>
    public static Card Made(string text, Token token) => new("Your token, shown this once",
        new Prose(text),
        new Prose($"It records values for this workspace, as \"{token.Label}\". Send it as Authorization: Bearer with a POST to /api/v1/metrics/lead-time/snapshots; /api/openapi.json says the rest."),
        new Aside("Keep it where you keep passwords. To make it useless, type: metric tokens"));

    public static Card List(Subject subject, Tokens? tokens) => tokens is not { Live: { IsEmpty: false } live }
        ? new Card("No tokens", new Prose("A token lets a program record values. To make one, type: metric token for nightly build"))
        : new Card(live.Length == 1 ? "One token works" : $"{live.Length} tokens work",
            new Outline([.. live.Select(token => new OutlineRow(0, token.Id, token.Label, $"made by {token.By}, {token.At}"))]),
            new Buttons([.. live.Select(token => new Button($"Revoke {token.Id}", subject.Press(PressVerb.Revoke, token.Id), ButtonKind.Grave, token.Label))]));

    private static Meaning Make(Scene scene, string rest) => (scene.Incoming.Door.HasFlag(OpenDoor.Whisper), scene.Readings.Secret) switch
    {
        (false, _) or (_, null) => Meaning.Refuse(scene, "A token is for your eyes only, and here others may read my answer. Ask for it with a command that I can answer to you alone."),
        (_, { } secret) => new Wants(new MakeToken(
            Typed.Clip(Typed.LineOrNull(rest) ?? scene.By.Name, LongestLabel),
            Tokens.HashOf(Tokens.Text(scene.Subject.Tenant, secret)),
            scene.Incoming.Place.Channel)),
    };

    /// <summary>What is said when tokens changed.</summary>
    public static ImmutableArray<Reply> Told(Scene scene, IEnumerable<MetricsChange> changes) => [.. changes.Select(change => (Reply)(change switch
    {
        TokenMade made => scene.Tell(Made(Tokens.Text(scene.Subject.Tenant, scene.Readings.Secret ?? ""), made.Token)),
        TokenRevoked revoked => scene.Tell($"Token {revoked.Token} is revoked", "Whatever uses it is refused from now on."),
        _ => throw new System.Diagnostics.UnreachableException(),
    }))];
}
