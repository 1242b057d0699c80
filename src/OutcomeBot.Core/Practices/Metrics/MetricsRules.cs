using OutcomeBot.Core.Chat;

namespace OutcomeBot.Core.Practices.Metrics;

/// <summary>What may happen to a metric or an import, state by state.</summary>
internal static class MetricsRules
{
    public static Decision Decide(MetricsState state, Command command) => (state, command) switch
    {
        (Unknown, Define define) => DefinitionRules.Of(null, define),
        (Unknown, Record record) => RecordRules.OfFirst(record),
        (Unknown, ReadFile read) => ImportRules.Of(read),
        (Unknown, MakeToken make) => TokenTalk.Decide(new Tokens([]), make),
        (Unknown, UseKey use) => UsedKeys.Decide(new UsedKeys([]), use),
        (Unknown, _) => Nobody,

        (Kept kept, BringBack back) => kept.Retired is null ? new Refusal($"{kept.Definition.Name} is in use already.") : new BroughtBack { By = back.By, At = back.At },
        (Kept { Retired: null } kept, Retire retire) => Retired(kept, retire),
        (Kept kept, WithdrawBatch withdraw) => Decision.Of(RecordRules.Withdrawn(kept, withdraw)),
        (Kept kept, Derive derive) => Decision.Of(DefinitionRules.Derived(kept, derive)),
        (Kept kept, DropEdge drop) => Decision.Of(LineRules.Dropped(kept, drop)),
        (Kept kept, KeepLink keep) => kept.Links.Contains(keep.To) ? Decision.Of() : new PageLinked(keep.To) { By = keep.By, At = keep.At },
        (Kept { Retired: { } retired } kept, _) =>
            new Refusal($"{kept.Definition.Name} is retired ({retired.By.Name}: {retired.Reason}). Nothing was recorded. To use it again, type: metric {kept.Definition.Name} back"),

        (Kept kept, Define define) => DefinitionRules.Of(kept, define),
        (Kept kept, Record record) => RecordRules.Of(kept, record),
        (Kept kept, SetTarget set) => LineRules.Of(kept, set),
        (Kept kept, SettleTarget settle) => LineRules.Of(kept, settle),
        (Kept kept, SetThreshold set) => LineRules.Of(kept, set),
        (Kept kept, LockLimits set) => LineRules.Of(kept, set),
        (Kept { Limits: not null }, FreeLimits free) => new LimitsSet(null) { By = free.By, At = free.At },
        (Kept, FreeLimits) => new Refusal("The limits aren't locked: they are worked out anew with every value."),
        (Kept kept, SplitAt split) => LineRules.Of(kept, split),
        (Kept kept, AddEdge add) => LineRules.Of(kept, add),
        (Kept kept, RaiseConcern raise) => LineRules.Of(kept, raise),

        (Tokens tokens, MakeToken make) => TokenTalk.Decide(tokens, make),
        (Tokens tokens, RevokeToken revoke) => TokenTalk.Decide(tokens, revoke),
        (Tokens, _) => Nobody,

        (UsedKeys keys, UseKey use) => UsedKeys.Decide(keys, use),
        (UsedKeys, _) => Nobody,

        (Importing import, ConfirmImport confirm) => ImportRules.Of(import, confirm),
        (Importing import, UndoImport undo) => ImportRules.Of(import, undo),
        (Importing, _) => new Refusal("This is an import and no metric. Type metric and the name of one."),
        (Kept, ReadFile or ConfirmImport or UndoImport or MakeToken or RevokeToken or UseKey) => Nobody,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Refusal Nobody { get; } = new("Nobody has named that metric yet. Record its first value with a line such as: metric lead-time 88 days Q4");

    /// <summary>Anybody changes a metric that nobody owns; once it has an owner, the owner does.</summary>
    public static Refusal? NotOwner(Kept kept, Person by, string what) => kept.Definition.Owner is { } owner && !owner.Is(by)
        ? new($"Only the owner can {what}, and {owner.Name} owns {kept.Definition.Name}. Nothing was changed. Anybody can still record values.")
        : null;

    private static Decision Retired(Kept kept, Retire retire) =>
        NotOwner(kept, retire.By, "retire it") is { } refusal ? refusal
        : Language.Typed.LineOrNull(retire.Reason) is not { } reason ? new Refusal("Say why it isn't needed any more, so that somebody who misses it knows.", "reason")
        : reason.Length > MetricLimits.Text ? new Refusal($"Keep the reason under {MetricLimits.Text} characters.", "reason")
        : new WasRetired(reason) { By = retire.By, At = retire.At };
}
