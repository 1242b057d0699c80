using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OutcomeBot.Core.Practices.ValueModel;

/// <summary>
/// A ballot in the clear: it exists only within a turn. Its numbers are points, judgements or ranks, as the round's
/// method has it; an abstention has none.
/// </summary>
/// <param name="Numbers">In the order of the round's factors, or of its pairs.</param>
/// <param name="ForTop">Whether the voter is for the proposed top metrics; null when none are proposed or the voter abstains.</param>
public sealed record Ballot(ImmutableArray<int> Numbers, bool? ForTop = null)
{
    /// <summary>It counts as a vote and weighs nothing.</summary>
    public static Ballot Abstention { get; } = new(ImmutableArray<int>.Empty);

    public bool Abstains => Numbers.IsEmpty;

    internal string Write() => string.Join(',', Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))) + (ForTop switch { true => ";yes", false => ";no", null => ";" });

    internal static Ballot Read(string text)
    {
        var halves = text.Split(';');
        var numbers = halves[0].Length == 0 ? ImmutableArray<int>.Empty : [.. halves[0].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        return new Ballot(numbers, halves[1] switch { "yes" => true, "no" => false, _ => null });
    }
}

/// <summary>Closes and opens ballots with AES-256 in Galois/Counter Mode (NIST SP 800-38D).</summary>
internal static class Sealing
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Every ballot is filled up to this length, so that its size tells nothing.</summary>
    private const int PlainLength = 192;

    /// <summary>The ballot, sealed for this voter, round and version: moved to another place it doesn't open.</summary>
    /// <param name="delivery">Makes the nonce unlike any other of this key.</param>
    public static string Close(Seal seal, Subject subject, int round, string voter, int revision, Ballot ballot, string delivery)
    {
        var label = Label(subject, round, voter, revision);
        var nonce = HMACSHA256.HashData(seal.Key.Span, Encoding.UTF8.GetBytes($"{label}\n{delivery}\n{ballot.Write()}")).AsSpan(0, NonceLength);
        var plain = Encoding.UTF8.GetBytes(ballot.Write().PadRight(PlainLength));
        var closed = new byte[NonceLength + plain.Length + TagLength];
        nonce.CopyTo(closed);
        using var aes = new AesGcm(seal.Key.Span, TagLength);
        aes.Encrypt(nonce, plain, closed.AsSpan(NonceLength, plain.Length), closed.AsSpan(NonceLength + plain.Length), Encoding.UTF8.GetBytes(label));
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(closed);
    }

    /// <summary>The ballot in the clear. A text that was changed or moved is not opened: it throws.</summary>
    public static Ballot Open(Seal seal, Subject subject, int round, string voter, SealedBallot ballot)
    {
        var closed = Convert.FromBase64String(ballot.Text).AsSpan();
        var plain = new byte[closed.Length - NonceLength - TagLength];
        using var aes = new AesGcm(seal.Key.Span, TagLength);
        aes.Decrypt(closed[..NonceLength], closed[NonceLength..^TagLength], closed[^TagLength..], plain, Encoding.UTF8.GetBytes(Label(subject, round, voter, ballot.Revision)));
        return Ballot.Read(Encoding.UTF8.GetString(plain).TrimEnd());
    }

    private static string Label(Subject subject, int round, string voter, int revision) => string.Create(CultureInfo.InvariantCulture, $"{subject}\n{round}\n{voter}\n{revision}");
}
