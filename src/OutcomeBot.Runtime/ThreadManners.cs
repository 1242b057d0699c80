using System.Runtime.InteropServices;

namespace OutcomeBot.Runtime;

/// <summary>How a thread behaves among others that want the same processor.</summary>
internal static partial class ThreadManners
{
    private const int ThisThread = 0;
    private const int Nice = 10;

    /// <summary>Lets every other thread of this process go first, for as long as this thread lives.</summary>
    public static void StepBack()
    {
        // .NET leaves the priority of threads alone on Linux, where only the system's own call changes it. It may refuse: then this is a thread like others.
        if (OperatingSystem.IsLinux()) _ = SetPriority(ThisThread, 0, Nice);
        else Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
