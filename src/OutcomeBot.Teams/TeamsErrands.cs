using Microsoft.Extensions.Logging;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>What goes on at Teams after a request has been answered.</summary>
internal sealed class TeamsErrands(ILogger<TeamsErrands> logger) : DoorErrands("Teams", logger);
