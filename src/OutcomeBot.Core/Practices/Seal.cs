namespace OutcomeBot.Core.Practices;

/// <summary>A key for what must stay closed until its hour. Only the wrapped form is stored; the running bot alone can open it.</summary>
/// <param name="Wrapped">The key as it is stored.</param>
/// <param name="Key">256 bits. They never leave the turn.</param>
public sealed record Seal(string Wrapped, ReadOnlyMemory<byte> Key)
{
    public override string ToString() => "A seal";
}
