namespace OutcomeBot.Core.Chat;

/// <summary>Somebody in a tenant: the platform's id, which identifies, and the name as they write it, which is only shown.</summary>
public sealed record Person(string Id, string Name)
{
    /// <summary>Two persons are the same when the ids are; names change.</summary>
    public bool Is(Person? other) => other is not null && Id == other.Id;
}
