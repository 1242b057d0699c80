using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Runtime;

namespace OutcomeBot.Pictures;

/// <summary>Puts the painter into the house.</summary>
public static class PicturesServices
{
    public static IServiceCollection AddPictures(this IServiceCollection services) =>
        services.AddSingleton<IPainter, Painter>();
}
