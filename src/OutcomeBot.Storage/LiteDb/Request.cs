using System.Text.Json;
using OutcomeBot.Core.Practices;
using OutcomeBot.Runtime;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>Something to keep, on its way to the writer, and the promise to say when it is on disk.</summary>
internal abstract class Request(EntryKind kind, byte[] json)
{
    private readonly TaskCompletionSource<SaveResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EntryKind Kind { get; } = kind;

    public ReadOnlyMemory<byte> Json { get; } = json;

    public Task<SaveResult> Done => _done.Task;

    public void Finish(SaveResult result) => _done.TrySetResult(result);

    public void Fail(Exception exception) => _done.TrySetException(exception);
}

internal sealed class SaveRequest(TurnRecord turn, byte[] json) : Request(EntryKind.Turn, json)
{
    public TurnRecord Turn { get; } = turn;
}

internal sealed class MarkRequest(StoredMark mark)
    : Request(EntryKind.Mark, JsonSerializer.SerializeToUtf8Bytes(mark, StorageJson.Stored.StoredMark))
{
    public StoredMark Mark { get; } = mark;
}

/// <summary>What is done only when the data file has it too.</summary>
internal class SettledRequest(EntryKind kind, byte[] json) : Request(kind, json);

/// <summary>An address, which is remembered until the data file has it, so nobody waits for that.</summary>
internal sealed class AddressRequest(StoredAddress address)
    : SettledRequest(EntryKind.Address, JsonSerializer.SerializeToUtf8Bytes(address, StorageJson.Stored.StoredAddress))
{
    public string Key { get; } = Keys.Address(address.Tenant, address.Name);

    public string Text { get; } = address.Text;
}

internal sealed class EraseRequest(Subject subject)
    : SettledRequest(EntryKind.Erased, JsonSerializer.SerializeToUtf8Bytes(subject, StorageJson.Stored.Subject))
{
    public Subject Subject { get; } = subject;
}
