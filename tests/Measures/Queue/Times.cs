using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Measures.Queue;

/// <summary>How long the server took for each request.</summary>
sealed class Times
{
    readonly Lock gate = new();
    readonly List<TimeSpan> taken = [];

    public TimeSpan[] Sorted
    {
        get
        {
            lock (gate)
                return [.. taken.Order()];
        }
    }

    public async Task Take(HttpContext context, RequestDelegate next)
    {
        var begun = Stopwatch.GetTimestamp();
        await next(context);
        lock (gate)
            taken.Add(Stopwatch.GetElapsedTime(begun));
    }

    public void Forget()
    {
        lock (gate)
            taken.Clear();
    }
}
