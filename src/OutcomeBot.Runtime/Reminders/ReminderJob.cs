using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using Quartz;

namespace OutcomeBot.Runtime;

/// <summary>A Quartz tick becomes a <see cref="Due"/> on the common road. A second tick of the same reminder is a repeat, and known as one.</summary>
internal sealed class ReminderJob(IInbox inbox, IJournal journal, TimeProvider time) : IJob
{
    public const string TenantKey = "tenant";
    public const string PressKey = "press";

    /// <summary>Nobody acts when a reminder comes due; the bot does.</summary>
    private static readonly Person s_bot = new("outcomebot", "OutcomeBot");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var tenant = new Tenant(context.MergedJobDataMap.GetString(TenantKey)!);
        if (!Press.TryParse(context.MergedJobDataMap.GetString(PressKey), out var press) || press.SubjectId is null) return;
        var page = await journal.OpenAsync(new Subject(tenant, press.Practice, press.SubjectId), cancellationToken);
        if (page is null) return;
        await inbox.TakeAsync(
            new Due(press)
            {
                Delivery = "due " + context.JobDetail.Key.Name,
                Place = page.Place,
                By = s_bot,
                At = Instant.FromDateTimeOffset(time.GetUtcNow()),
            },
            cancellationToken);
    }
}
