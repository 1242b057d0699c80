using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices;

/// <summary>One thing a practice keeps a page about, in one tenant: the key of everything stored.</summary>
public sealed record Subject(Tenant Tenant, string Practice, string Id)
{
    /// <summary>The press that does something to this subject.</summary>
    public Press Press(string verb, string? argument = null) => new(Practice, Id, verb, argument);

    public override string ToString() => $"{Tenant}/{Practice}/{Id}";
}
