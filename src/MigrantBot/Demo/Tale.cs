using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Demo;

/// <summary>What became of an invented report.</summary>
enum Ending
{
    /// <summary>Nobody has looked at it.</summary>
    Untouched,

    /// <summary>Somebody works on it at this moment.</summary>
    Held,

    /// <summary>Was read, got a note, and was given back.</summary>
    Noted,

    /// <summary>The same, and was made more urgent.</summary>
    Raised,

    /// <summary>Its reporter was asked something.</summary>
    Waiting,

    /// <summary>The same, and words came back.</summary>
    Returned,

    Accepted,
    Closed,
    Rejected,
    Duplicate,
}

/// <summary>An invented report: what was told on which day, and what became of it.</summary>
/// <param name="Day">On which it was told.</param>
/// <param name="Scene">What it is about.</param>
/// <param name="Facets">What was answered by button.</param>
/// <param name="Language">In which it was told.</param>
/// <param name="Ending">What became of it.</param>
/// <param name="Lag">Days until somebody read it.</param>
/// <param name="WithReceipt">Whether its reporter can come back.</param>
sealed record Tale(DateOnly Day, Scene Scene, Facets Facets, Language Language, Ending Ending, int Lag, bool WithReceipt)
{
    /// <summary>It counts for NGOs.</summary>
    public bool Counts => Ending is Ending.Accepted or Ending.Closed;

    public DateOnly ReadOn => Day.AddDays(Lag);
}
