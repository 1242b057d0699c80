using NodaTime;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>How a cause comes to be believed, doubted or ruled out.</summary>
internal static class EvidenceRules
{
    public static Decision Of(WhyTree tree, AttachEvidence attach) =>
        (tree.Find(attach.Cause), Typed.Line(attach.Text), Typed.LineOrNull(attach.Source)) switch
        {
            (null, _, _) => AnswerRules.Gone,
            ({ IsRefuted: true } cause, _, _) => AnswerRules.Refuted(tree, cause),
            ({ Evidence.Length: >= Limits.Evidence }, _, _) => new Refusal($"This cause has {Limits.Evidence} pieces of evidence, which is plenty. Attach it to the cause it belongs to most."),
            var (_, text, source) when WrongEvidence(attach.Kind, text, source) is { } refusal => refusal,
            var (cause, text, source) => new EvidenceAttached(cause.Id, attach.Kind, text, source) { By = attach.By, At = attach.At },
        };

    public static Decision Of(WhyTree tree, Contest contest) => (tree.Find(contest.Cause), Typed.Line(contest.Reason)) switch
    {
        (null, _) => AnswerRules.Gone,
        ({ IsRefuted: true } cause, _) => AnswerRules.Refuted(tree, cause),
        ({ IsWaiting: true } cause, _) => AnswerRules.Waiting(cause),
        (_, { Length: 0 }) => new Refusal("Say what speaks against it, so that the others can follow.", "reason"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep the reason under {Limits.Note} characters.", "reason"),
        _ when contest.Owner is null && contest.Due is not null => new Refusal("Say who goes and sees, or leave the date empty.", "owner"),
        _ when contest.Owner is not null && contest.Due is null => new Refusal($"Say by when {contest.Owner.Name} has gone and seen.", "due"),
        _ when contest.Due is { } due && contest.IsPast(due) => new Refusal("That day has passed. Choose one from today on.", "due"),
        var (cause, reason) => new Contested(cause.Id, reason, contest.Owner, contest.Due) { By = contest.By, At = contest.At },
    };

    public static Decision Of(WhyTree tree, ReportFinding report) => (tree.Find(report.Cause), Typed.Line(report.Text)) switch
    {
        (null, _) => AnswerRules.Gone,
        ({ GoAndSee: null }, _) => new Refusal("Nobody was asked to go and see this. Attach what you saw as evidence."),
        ({ GoAndSee.Finding: { } found }, _) => new Refusal($"{found.By.Name} has reported already. Attach what you saw as evidence."),
        ({ GoAndSee: { } task }, _) when !task.Owner.Is(report.By) && !tree.IsFacilitator(report.By) =>
            new Refusal($"{task.Owner.Name} went to look, so {task.Owner.Name} or the facilitator, {tree.Facilitator.Name}, reports. You can attach what you saw as evidence."),
        (_, { Length: 0 }) => new Refusal("Say what you saw, in a sentence.", "finding"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep it under {Limits.Note} characters; attach the details as evidence.", "finding"),
        var (cause, text) => new WentAndSaw(cause.Id, text, report.Outcome) { By = report.By, At = report.At },
    };

    public static Decision Of(WhyTree tree, Refute refute) => (tree.Find(refute.Cause), Typed.Line(refute.Reason)) switch
    {
        (null, _) => AnswerRules.Gone,
        _ when !tree.IsFacilitator(refute.By) => tree.OnlyFacilitator("refute an answer", "Contest it instead, and say what speaks against it."),
        ({ IsRefuted: true } cause, _) => AnswerRules.Refuted(tree, cause),
        (_, { Length: 0 }) => new Refusal("Say what rules it out: the answer stays on record with your reason.", "reason"),
        (_, { Length: > Limits.Note }) => new Refusal($"Keep the reason under {Limits.Note} characters.", "reason"),
        var (cause, reason) => new Refuted(cause.Id, reason) { By = refute.By, At = refute.At },
    };

    public static Decision Of(WhyTree tree, Restore restore) => tree.Find(restore.Cause) switch
    {
        null => AnswerRules.Gone,
        _ when !tree.IsFacilitator(restore.By) => tree.OnlyFacilitator("restore an answer", "Attach evidence for it, and ask for it."),
        { IsWaiting: true } cause => AnswerRules.Waiting(cause),
        { Standing: Standing.Refuted or Standing.Contested } cause => new Restored(cause.Id) { By = restore.By, At = restore.At },
        _ => new Refusal("Nobody disputes this one, so there's nothing to restore."),
    };

    /// <summary>A reminder says nothing twice: on the day, and once the day after.</summary>
    public static Decision Of(WhyTree tree, Nudge nudge) => tree.Find(nudge.Cause) switch
    {
        { GoAndSee: { Finding: null } task } cause when tree.IsAlive(cause) && nudge.At >= Reminding.At(task, tree.Clock()) => new Nudged(cause.Id) { By = nudge.By, At = nudge.At },
        _ => Decision.Of(),
    };

    /// <summary>What keeps a text from being evidence of its kind; null when nothing does.</summary>
    public static Refusal? WrongEvidence(EvidenceKind kind, string text, string? source) => (kind, text, source) switch
    {
        (_, { Length: 0 }, _) => new Refusal("Say what shows it: a number, a link, a quotation, or what somebody saw.", "text"),
        (_, { Length: > Limits.Note }, _) => new Refusal($"Keep it under {Limits.Note} characters, or attach a link to the long version.", "text"),
        (_, _, { Length: > Limits.Note }) => new Refusal($"The source is too long: {Limits.Note} characters fit.", "source"),
        (EvidenceKind.Number, _, _) when !text.Any(char.IsDigit) => new Refusal("There's no number in this. Write the number with its unit, or choose another kind.", "text"),
        (EvidenceKind.Number, _, null) => new Refusal("Say where the number comes from: the report, the dashboard, who counted.", "source"),
        (EvidenceKind.Quotation, _, null) => new Refusal("Say who said or wrote it, and where: a quotation needs its source.", "source"),
        (EvidenceKind.Link, _, _) when !IsWebLink(text) => new Refusal("A link starts with https:// or http:// and leads to a page. Paste the whole address.", "text"),
        (EvidenceKind.Number or EvidenceKind.Quotation or EvidenceKind.Link or EvidenceKind.Observation, _, _) => null,
        _ => new Refusal("Choose which kind of evidence it is.", "kind"),
    };

    private static bool IsWebLink(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;
}
