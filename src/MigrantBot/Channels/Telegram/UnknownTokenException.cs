namespace MigrantBot.Channels.Telegram;

/// <summary>Telegram knows no bot by this token, so there is nothing to do here. The message is for the operator and does not hold the token.</summary>
sealed class UnknownTokenException() : Exception(
    "Telegram does not know this token. Set Telegram__Token to the one that @BotFather gave (and Telegram__BaseUrl only for a Bot API server of your own).");
