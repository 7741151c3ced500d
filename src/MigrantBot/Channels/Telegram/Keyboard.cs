using System.Globalization;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Telegram;

/// <summary>Lays out the buttons of a screen: short ones in pairs, long ones alone, navigation in one last row.</summary>
static class Keyboard
{
    /// <summary>So many characters fit beside each other on a phone of 360 points.</summary>
    const int Short = 17;

    public static InlineKeyboardMarkup Of(Screen screen, Func<Language, Line, string> say)
    {
        var rows = new List<IReadOnlyList<InlineKeyboardButton>>();
        InlineKeyboardButton? waiting = null;
        foreach (var button in screen.Buttons.Select(button => Render(button, screen, say)))
        {
            if (waiting is not null && IsShort(button))
            {
                rows.Add([waiting, button]);
                waiting = null;
                continue;
            }
            if (waiting is not null)
                rows.Add([waiting]);
            waiting = IsShort(button) ? button : null;
            if (waiting is null)
                rows.Add([button]);
        }
        if (waiting is not null)
            rows.Add([waiting]);
        return new InlineKeyboardMarkup([.. rows, .. WayOutOf(screen, say).InlineKeyboard]);
    }

    /// <summary>Only back, home and clear.</summary>
    public static InlineKeyboardMarkup WayOutOf(Screen screen, Func<Language, Line, string> say) =>
        new(screen.Navigation.Count == 0 ? [] : [[.. screen.Navigation.Select(button => Render(button, screen, say))]]);

    static bool IsShort(InlineKeyboardButton button) => new StringInfo(button.Text).LengthInTextElements <= Short;

    static InlineKeyboardButton Render(Button button, Screen screen, Func<Language, Line, string> say)
    {
        var label = say(screen.Place.Language, button.Label);
        var bare = new InlineKeyboardButton(button.IsChosen ? $"✅ {label}" : label)
        {
            Style = button.Tone switch { Tone.Danger => "danger", Tone.Success => "success", _ => null },
        };
        return button.Target switch
        {
            Target.To to => bare with { CallbackData = PlaceCode.Write(to.Place) },
            Target.Link link => bare with { Url = link.Address.AbsoluteUri },
            Target.Copy copy => bare with { CopyText = new CopyTextButton(copy.Text) },
            _ => throw new InvalidOperationException($"No button for {button.Target.GetType().Name}."),
        };
    }
}
