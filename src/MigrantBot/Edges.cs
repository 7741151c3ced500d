using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.WebChat;
using MigrantBot.Publications;

namespace MigrantBot;

/// <summary>What holds for every request, whatever part it is for.</summary>
static class Edges
{
    /// <summary>The edge of requests: what was not foreseen becomes one calm page, or for programs one calm sentence; the exception is logged by the framework without the body.</summary>
    internal static void UseApology(this WebApplication app) =>
        app.UseExceptionHandler(broken => broken.Run(context =>
        {
            if (context.Request.Path.StartsWithSegments(Api.Path, StringComparison.OrdinalIgnoreCase))
                return ApiError.Broken.ExecuteAsync(context);
            ChatHeaders.Write(context.Response);
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(WebChat.Apology(context));
        }));

    /// <summary>Whoever reaches the webhook's port from outside reaches nothing but the webhook.</summary>
    internal static void KeepApart(this WebApplication app, WebhookOptions? webhook)
    {
        if (webhook is not null)
            app.Use((context, next) =>
            {
                if (context.Connection.LocalPort != webhook.Listen.Port || context.Request.Path == webhook.Url.AbsolutePath)
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
    }
}
