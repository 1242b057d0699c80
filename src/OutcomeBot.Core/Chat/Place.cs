using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Chat;

/// <summary>Where something is said: a channel of a tenant, and the thread in it when there is one.</summary>
public sealed record Place(Tenant Tenant, string Channel, string? Thread = null)
{
    /// <summary>The channel itself, without the thread.</summary>
    [JsonIgnore]
    public Place Root => Thread is null ? this : this with { Thread = null };

    // The generated text would print Root, which prints its own Root, without end.
    public override string ToString() => Thread is null ? $"{Tenant}/{Channel}" : $"{Tenant}/{Channel}/{Thread}";
}
