namespace OutcomeBot.Runtime;

/// <summary>Work under the same key is done one after the other, in the order it came; different keys go side by side.</summary>
internal sealed class Lanes<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Task> _last = [];
    private readonly Lock _lock = new();

    /// <summary>Runs the work when everything that came before it under this key has ended, however it ended.</summary>
    public async Task<T> RunAsync<T>(TKey key, Func<Task<T>> work)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? before;
        lock (_lock)
        {
            before = _last.GetValueOrDefault(key);
            _last[key] = mine.Task;
        }

        try
        {
            if (before is not null) await before;
            return await work();
        }
        finally
        {
            lock (_lock)
                if (_last.GetValueOrDefault(key) == mine.Task) _last.Remove(key);
            mine.SetResult();
        }
    }
}
