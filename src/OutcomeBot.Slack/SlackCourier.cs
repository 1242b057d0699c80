using Microsoft.Extensions.Logging;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>What goes on at Slack after a request has been answered.</summary>
internal sealed class SlackCourier(ILogger<SlackCourier> logger) : DoorErrands("Slack", logger);
