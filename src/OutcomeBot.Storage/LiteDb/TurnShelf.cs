using System.Text;
using System.Text.Json;
using LiteDB;
using OutcomeBot.Core.Practices;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>
/// All turns ever taken, a few to a document, so that a turn costs a fraction of an index entry. A turn is found by its
/// number, and names the one before it of the same subject.
/// </summary>
internal sealed class TurnShelf(ILiteDatabase database)
{
    private const int NumbersAChunk = 32;

    private readonly ILiteCollection<BsonDocument> _chunks = database.GetCollection("turns");

    /// <summary>The document that a turn stands in.</summary>
    public static long ChunkOf(long number) => number / NumbersAChunk;

    public TurnCopy? Find(long number) => _chunks.FindById(ChunkOf(number)) is { } chunk ? Turns(chunk).FirstOrDefault(turn => turn.Number == number) : null;

    /// <summary>The turns of some chunk, in order.</summary>
    public IReadOnlyList<TurnCopy> Chunk(long chunk) => _chunks.FindById(chunk) is { } document ? [.. Turns(document)] : [];

    /// <summary>Every turn there is, in order, for a check of the whole file.</summary>
    public IEnumerable<TurnCopy> All() => _chunks.FindAll().SelectMany(Turns);

    public void Put(IReadOnlyList<TurnCopy> turns)
    {
        foreach (var group in turns.GroupBy(turn => ChunkOf(turn.Number)))
        {
            var kept = Chunk(group.Key).Where(old => group.All(turn => turn.Number != old.Number));
            Write(group.Key, kept.Concat(group));
        }
    }

    /// <summary>Removes a turn and all before it of its subject.</summary>
    public void RemoveFrom(long number, Subject subject)
    {
        while (number != 0 && Find(number) is { } turn && Read(turn.Json).Subject == subject)
        {
            Write(ChunkOf(number), Chunk(ChunkOf(number)).Where(other => other.Number != turn.Number));
            number = turn.Previous;
        }
    }

    public static StoredTurn Read(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, StorageJson.Stored.StoredTurn) ?? throw new JsonException("A stored turn is empty.");

    private void Write(long chunk, IEnumerable<TurnCopy> turns)
    {
        var list = new BsonArray(turns.Select(turn => new BsonDocument
        {
            ["n"] = turn.Number,
            ["p"] = turn.Previous,
            ["j"] = Encoding.UTF8.GetString(turn.Json.Span),
        }));
        if (list.Count == 0) _chunks.Delete(chunk);
        else _chunks.Upsert(new BsonDocument { ["_id"] = chunk, ["t"] = list });
    }

    private static IEnumerable<TurnCopy> Turns(BsonDocument chunk) => chunk["t"].AsArray.Select(turn =>
        new TurnCopy(turn["n"].AsInt64, turn["p"].AsInt64, Encoding.UTF8.GetBytes(turn["j"].AsString)));
}
