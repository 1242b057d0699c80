namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What may happen to an import.</summary>
internal static class ImportRules
{
    public static Decision Of(ReadFile read) => new FileRead(read.Sheet) { By = read.By, At = read.At };

    public static Decision Of(Importing import, ConfirmImport confirm) => import.Stage switch
    {
        ImportStage.Preview => new ImportConfirmed { By = confirm.By, At = confirm.At },
        ImportStage.Confirmed => new Refusal($"{import.ConfirmedBy?.Name} has imported it already. Doing it twice would change nothing."),
        ImportStage.Undone => new Refusal($"{import.UndoneBy?.Name} has undone this import. To bring the values again, import the file once more."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Decision Of(Importing import, UndoImport undo) => import.Stage switch
    {
        ImportStage.Preview => new Refusal("Nothing has been imported yet, so there is nothing to undo."),
        ImportStage.Confirmed => new ImportUndone { By = undo.By, At = undo.At },
        ImportStage.Undone => new Refusal($"{import.UndoneBy?.Name} has undone it already."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
