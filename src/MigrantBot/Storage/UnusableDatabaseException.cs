namespace MigrantBot.Storage;

/// <summary>The database, or what is kept beside it, cannot serve this program. The message is one sentence for the operator, with the mend in it, and never holds a password.</summary>
sealed class UnusableDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
