using System.Security.Cryptography;
using System.Text;

namespace OutcomeBot.Core.Practices;

/// <summary>How a metric is named and found: <c>Lead time</c>, <c>lead-time</c> and <c>LEAD_TIME</c> are the same one.</summary>
public static class MetricName
{
    /// <summary>The practice that keeps metrics.</summary>
    public const string Practice = "metric";

    /// <summary>The longest name.</summary>
    public const int Longest = 60;

    private const int LongestId = 40;

    /// <summary>The id of a metric's page: the letters and digits of its name. A name that is too long or in another script stands there by its hash.</summary>
    public static string IdOf(string name)
    {
        var folded = new string([.. name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        return folded.Length is > 0 and <= LongestId && folded.All(char.IsAsciiLetterOrDigit)
            ? folded
            : "x" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..(LongestId - 1)];
    }
}
