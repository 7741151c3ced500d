namespace MigrantBot.Channels.Telegram;

/// <summary>Handles one update to its end. Whatever breaks, it comes back: one poisonous update stops nobody.</summary>
sealed class Handling(House house, Delivery delivery, Tally tally, Retries retries, ILogger<Handling> log)
{
    const int Tries = 3;

    /// <summary>Throws only when cancelled, or when the process ends before another try; the update is then not handled and comes again.</summary>
    public async Task Handle(Heard heard, CancellationToken cancellation)
    {
        switch (heard)
        {
            case Heard.Farewell farewell:
                delivery.Forget(farewell.Chat);
                house.Forget(farewell.Chat);
                break;
            case Heard.Request { Occasion: Occasion.Lapse lapse } when !await delivery.MayLapse(lapse, cancellation):
                break;
            case Heard.Request request:
                await Answer(request, cancellation);
                break;
        }
    }

    async Task Answer(Heard.Request request, CancellationToken cancellation)
    {
        if (await Ask(request, cancellation) is { } answered
            && await Succeeds(() => delivery.Show(request.Occasion, answered, cancellation), Tries, cancellation))
            return;
        log.PassedOver(tally.CountPassedOver());
        await Succeeds(() => delivery.Show(request.Occasion, house.Apologise(request.Asked), cancellation), Tries, cancellation);
    }

    /// <summary>Only asking is repeated: once answered, the conversation has moved on. Null where it failed every time.</summary>
    async Task<Answered?> Ask(Heard.Request request, CancellationToken cancellation)
    {
        Answered? answered = null;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (attempt > 1)
                await retries.Pause(attempt - 1, cancellation);
            if (await Succeeds(async () => answered = await house.Answer(request.Asked, cancellation), attempt, cancellation))
                break;
        }
        return answered;
    }

    async Task<bool> Succeeds(Func<Task> step, int attempt, CancellationToken cancellation)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested && !(retries.AreOver && exception is OperationCanceledException))
        {
            var (kind, where) = Log.Place(exception);
            log.AnswerFailed(attempt, Tries, kind, where);
            return false;
        }
    }
}
