using System.Text.Json;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What doors keep for some days only, in the same file and as durable as a turn.</summary>
public sealed class LiteDbPassingBook(LiteDbStore store) : IPassingBook
{
    public async ValueTask PutAsync(Tenant tenant, PassingText text, CancellationToken cancellationToken)
    {
        if (text.Text.Length > IPassingBook.LongestText)
            throw new ArgumentException($"A passing text has at most {IPassingBook.LongestText} letters; this one has {text.Text.Length}.", nameof(text));
        await store.WriteAsync(
            new SettledRequest(EntryKind.Passing, JsonSerializer.SerializeToUtf8Bytes(new StoredPassing(tenant, text.Name, text.Text, text.Until), StorageJson.Stored.StoredPassing)),
            cancellationToken);
    }

    public ValueTask<PassingText?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) =>
        store.ReadAsync(shelves => shelves.Passing.Find(tenant, name) is { } found ? new PassingText(found.Name, found.Text, found.Until) : null, cancellationToken);

    /// <summary>Throws away what has ended by then, a slice at a time, so that nobody who writes meanwhile waits for all of it.</summary>
    public async Task ClearAsync(Instant now, CancellationToken cancellationToken)
    {
        while (await store.ReadAsync(shelves => shelves.Passing.HasEnded(now), cancellationToken))
            await store.WriteAsync(new SettledRequest(EntryKind.PassingEnded, JsonSerializer.SerializeToUtf8Bytes(now, StorageJson.Stored.Instant)), cancellationToken);
    }
}
