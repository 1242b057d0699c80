namespace OutcomeBot.Storage;

/// <summary>The store's file can't be used as it is. The message names the file and what a person can do; the file has not been touched.</summary>
public sealed class StoreCannotOpenException : Exception
{
    public StoreCannotOpenException()
    {
    }

    public StoreCannotOpenException(string message)
        : base(message)
    {
    }

    public StoreCannotOpenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For a file that is damaged or not ours: it says what was found and how to get a backup back.</summary>
    internal static StoreCannotOpenException Damaged(string path, string finding, Exception? cause = null) => new(
        $"{path} can't be opened: {finding} It was left as it is. To go on from a backup, run: dotnet OutcomeBot.Web.dll restore <backup>",
        cause!);

    /// <summary>For a file that another process holds.</summary>
    internal static StoreCannotOpenException Held(string path, Exception cause) => new(
        $"{path} is in use by another process: one bot at a time can hold it. Stop the other one, or set Storage:LiteDb:Path to another file.",
        cause);
}
