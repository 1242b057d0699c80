using OutcomeBot.Pictures.Drawings;
using OutcomeBot.Pictures.Type;
using SkiaSharp;

namespace OutcomeBot.Pictures.Writers;

/// <summary>A drawing as PNG, in the light colours: a chat shows it on its own ground.</summary>
internal sealed class PngWriter(Typesetter type)
{
    // Measured on a tree of nine boxes: flat colours pack best and fastest without a filter; level 6 takes three times as long for a fifth less.
    private static readonly SKPngEncoderOptions s_packing = new(SKPngEncoderFilterFlags.None, 3);

    /// <summary>The drawing in its own size, or smaller when a side would be longer than so many pixels.</summary>
    public Runtime.Picture Picture(Drawing drawing, int longestSide)
    {
        var scale = Math.Min(1, longestSide / Math.Max(drawing.Width, drawing.Height));
        var (width, height) = (Side(drawing.Width * scale, longestSide), Side(drawing.Height * scale, longestSide));
        return new Runtime.Picture(Write(drawing, width, height, scale), width, height, drawing.AltText);
    }

    private static int Side(float length, int longest) => Math.Clamp((int)MathF.Ceiling(length), 1, longest);

    private byte[] Write(Drawing drawing, int width, int height, float scale)
    {
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Colour(Tint.Paper));
        if (scale < 1) canvas.Scale(scale);
        foreach (var mark in drawing.Marks)
            Draw(canvas, mark);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(s_packing)
            ?? throw new InvalidOperationException($"A picture of {info.Width} by {info.Height} can't be written as PNG.");
        return data.ToArray();
    }

    private void Draw(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case Shape shape:
                Coated(Coat.Of(shape.Look), paint => canvas.DrawRoundRect(Rect(shape.Area), shape.Radius, shape.Radius, paint));
                break;
            case Stroke stroke:
                using (var path = Path(stroke))
                    Coated(Coat.Of(stroke.Look), paint => canvas.DrawPath(path, paint));
                break;
            case Facet facet:
                using (var path = new SKPath())
                {
                    path.AddPoly([.. facet.Points.Select(spot => new SKPoint(spot.X, spot.Y))]);
                    Coated(Coat.Of(facet.Look), paint => canvas.DrawPath(path, paint));
                }

                break;
            case Lettering lettering:
                Draw(canvas, lettering);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Coated(Coat coat, Action<SKPaint> draw)
    {
        using var paint = new SKPaint { IsAntialias = true };
        if (coat.Fill != Tint.None)
        {
            paint.Color = Colour(coat.Fill);
            draw(paint);
        }

        if (coat.Line == Tint.None)
            return;
        using var dashes = coat.Dashes.Length == 0 ? null : SKPathEffect.CreateDash(coat.Dashes, 0);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = coat.Thickness;
        paint.StrokeCap = coat.Dashes.Length == 0 ? SKStrokeCap.Round : SKStrokeCap.Butt;
        paint.StrokeJoin = SKStrokeJoin.Round;
        paint.PathEffect = dashes;
        paint.Color = Colour(coat.Line);
        draw(paint);
    }

    private void Draw(SKCanvas canvas, Lettering lettering)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = Colour(lettering.Tint) };
        using var rim = new SKPaint { IsAntialias = true, Color = Colour(Tint.Paper), Style = SKPaintStyle.Stroke, StrokeWidth = 2 * Lettering.Rim, StrokeJoin = SKStrokeJoin.Round };
        var x = lettering.Start.X;
        foreach (var run in type.Set(lettering.Text, lettering.Face))
        {
            using var font = run.Letters.At(Cut.Of(lettering.Face).Size);
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(run.Glyphs, font, run.Places);
            using var blob = builder.Build();
            if (blob is not null && lettering.Ground == Ground.Lines)
                canvas.DrawText(blob, x, lettering.Start.Y, rim);
            if (blob is not null)
                canvas.DrawText(blob, x, lettering.Start.Y, paint);
            x += run.Width;
        }
    }

    private static SKPath Path(Stroke stroke)
    {
        var path = new SKPath();
        path.MoveTo(stroke.Points[0].X, stroke.Points[0].Y);
        for (var index = 1; index < stroke.Points.Length - 1; index++)
        {
            var corner = Corner.Of(stroke, index);
            path.LineTo(corner.In.X, corner.In.Y);
            path.QuadTo(stroke.Points[index].X, stroke.Points[index].Y, corner.Out.X, corner.Out.Y);
        }

        path.LineTo(stroke.Points[^1].X, stroke.Points[^1].Y);
        return path;
    }

    private static SKRect Rect(Area area) => new(area.X, area.Y, area.Right, area.Bottom);

    private static SKColor Colour(Tint tint) => SKColor.Parse(Tints.Light(tint));
}
