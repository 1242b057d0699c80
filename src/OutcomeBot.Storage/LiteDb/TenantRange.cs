using LiteDB;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Storage.LiteDb;

/// <summary>What a tenant has in a collection whose ids begin with it.</summary>
internal static class TenantRange
{
    /// <summary>The documents of a tenant, at most so many.</summary>
    public static IEnumerable<BsonDocument> Of(this ILiteCollection<BsonDocument> collection, Tenant tenant, int take) =>
        collection.Query().Where("$._id BETWEEN @0 AND @1", Keys.Of(tenant), Keys.End(Keys.Of(tenant))).Limit(take).ToEnumerable();

    /// <summary>Whether a tenant has any.</summary>
    public static bool Has(this ILiteCollection<BsonDocument> collection, Tenant tenant) => collection.Of(tenant, 1).Any();

    /// <summary>Removes documents of a tenant, at most so many.</summary>
    public static void Clear(this ILiteCollection<BsonDocument> collection, Tenant tenant, int take)
    {
        foreach (var document in collection.Of(tenant, take).ToList()) collection.Delete(document["_id"]);
    }
}
