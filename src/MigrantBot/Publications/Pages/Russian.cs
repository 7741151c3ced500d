using System.Globalization;
using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

sealed class Russian : Tongue
{
    static readonly string[] MonthNames =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
    static readonly string[] OfMonth =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    static readonly string[] InMonth =
        ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"];
    static readonly string[] ShortNames = ["янв.", "фев.", "март", "апр.", "май", "июнь", "июль", "авг.", "сен.", "окт.", "ноя.", "дек."];
    static readonly string[] Roman = ["I", "II", "III", "IV"];

    public override string Code => "ru";
    public override string Address => PagePaths.Russian;
    public override string FeedAddress => PagePaths.RussianFeed;
    public override Tongue Other => OfEnglish;
    public override string OwnName => "Русский";

    public override string Title => "Принуждение к контракту с армией: что сообщают мигранты";
    public override string Lead =>
        "Мигранты, которых заставляют подписать контракт с российской армией, могут сообщить об этом нашему сервису, не называя имени. Сообщения читают модераторы. Те, что они приняли, посчитаны здесь.";
    public override string Skip => "Сразу к данным";
    public override string Languages => "Языки";
    public override string Invented => "Данные вымышлены. Это пробный запуск: этих сообщений никто не присылал, и ни одно число здесь цитировать нельзя.";
    public override string InventedMark => "Данные вымышлены";

    public override string NewestMonth => "Последний месяц";
    public override string NewestQuarter => "Последний квартал";
    public override string About(long reports, int margin) => $"около {Number(reports)} {OfReports(reports)}, плюс-минус {margin}";
    public override string Between(long low, long high) => $"Скорее всего, от {Number(low)} до {Number(high)}: это верно для 95 таких оценок из 100.";
    public override string Compared(Change change, Period before, long reports) => change switch
    {
        Change.More => $"Больше, чем {In(before)} (около {Number(reports)}), и одной погрешностью этого не объяснить.",
        Change.Fewer => $"Меньше, чем {In(before)} (около {Number(reports)}), и одной погрешностью этого не объяснить.",
        _ => $"Заметных изменений нет: {In(before)} было около {Number(reports)}, разница не выходит за пределы погрешности.",
    };
    public override string QuartersOnly => "Сообщений здесь ожидается немного, поэтому числа выходят только по кварталам: за один месяц они утонули бы в погрешности.";

    public override string NothingYet => "Пока ничего не опубликовано";
    public override string FirstAppears(DateOnly? day) => day is { } known
        ? $"Первые данные должны выйти {Day(known)}. До этого дня здесь ничего нет, ни для кого."
        : "Первые данные выйдут 15-го числа, когда закончится первый месяц или первый квартал, в котором сервис принимает сообщения.";

    public override string Trend(Cadence cadence) => cadence == Cadence.Month ? "Сообщения по месяцам" : "Сообщения по кварталам";
    public override string TrendNote(int margin) => $"Линия показывает опубликованное число. Полоса показывает, каким, скорее всего, было настоящее: до {margin} больше или меньше.";
    public override string Heading(TableSpec table) => table.Name switch
    {
        "region" => "Где заставляли",
        "type" => "Как заставляли",
        "citizenship" => "Гражданство",
        "actor" => "Кто заставлял",
        "region-type" => "Где и как заставляли",
        _ => Reports,
    };
    public override string NotSaid(TableSpec table) => table.Name switch
    {
        "region" => "Это не значит, что где-то опаснее всего: чаще сообщают там, где мигрантов больше или где о сервисе лучше знают.",
        "type" => "Это не всё, что делали с людьми: каждое сообщение учтено один раз, по самому тяжёлому из того, что в нём рассказано.",
        "citizenship" => "Это не значит, что кого-то принуждают чаще: общины разные по размеру и по-разному знают о сервисе.",
        "actor" => "Это не значит, что вина доказана: так говорят авторы сообщений, суд этого не проверял.",
        "region-type" => "Если числа нет, это не значит, что ничего не происходит: в скрытой ячейке сообщений мало, но не обязательно ноль.",
        _ => "Это не число людей, которых принуждали: никто не знает, сколько человек молчит, а один человек может сообщить несколько раз.",
    };
    public override string TrendNotSaid => "Это не значит, что принуждения стало больше или меньше: о сервисе могли узнать новые люди, а связь время от времени блокируют.";
    public override string MarginNote(TableSpec table) => $"Каждое число: плюс-минус {table.Margin}. Из 100 таких оценок верны 95.";
    public override string ChartOf(string heading) => $"График: {heading}. Те же числа стоят в таблице под ним.";
    public override string AsTable => "То же в таблице";
    public override string PeriodColumn => "Период";
    public override string Reports => "Сообщения";
    public override string Likely => "Скорее всего";
    public override string FewerThan(int threshold) => $"меньше {threshold}";
    public override string Together(int threshold) => $"Все, где меньше {threshold}, вместе";
    public override string ColourNote(int threshold) => $"Чем ярче выделена ячейка, тем больше сообщений. Знак <{threshold} значит: меньше {threshold}, число не показано; это не значит, что сообщений нет.";
    public override string NoSumNote => "Суммы строк и столбцов могут не совпадать с другими таблицами: у каждой ячейки своя погрешность.";

    public override string Signals => "Ранние сигналы";
    public override string SignalsMeaning =>
        "Здесь названы числа, которые выросли хотя бы в полтора раза и сильнее, чем можно объяснить шумом и случайностью. Если на самом деле ничего не изменилось, сигнал появится не более чем в 1 публикации из 100.";
    public override string NoSignals => "В последних публикациях сигналов нет.";
    public override string Signal(Signal signal, string about) =>
        $"{about}: {In(signal.Period)} около {Number(signal.Now)}. В среднем за {signal.Periods} {Plural(signal.Periods, "период", "периода", "периодов")} до этого: от {Number(signal.BeforeLow)} до {Number(signal.BeforeHigh)}.";
    public override string SignalNotSaid => "Причину сигнал не называет: прежде чем писать, что принуждения стало больше, расспросите тех, кто на месте.";

    public override string Limits => "Чего эти числа не показывают";
    public override IReadOnlyList<Saying> LimitsSaid { get; } =
    [
        new("Это не люди.", "Это сообщения. Один человек может сообщить несколько раз, а одно сообщение может рассказывать о нескольких людях."),
        new("Это не все.", "Кто боится, кто под надзором, в заключении или на фронте, у кого нет телефона или интернета, тот сообщает реже или не сообщает совсем."),
        new("Это не доказательство.", "Сообщение учтено, если модератор счёл его правдоподобным. Проверить бо́льшую часть модераторы не могут, суд этого не проверял."),
        new("Это не доля.", "По этим числам нельзя узнать, сколько мигрантов принуждают и какую их часть. Пожалуйста, не считайте по ним процентов."),
        new("Это не день события.", "Сообщение учтено в том месяце, когда пришло; если его приняли после 10-го числа следующего месяца, то в месяце, когда приняли."),
    ];
    public override string Protection => "Как защищены люди";
    public override IReadOnlyList<Saying> ProtectionSaid { get; } =
    [
        new("Шум.", "Прежде чем число увидит кто-то снаружи, к нему прибавляют случайное. Оно скрывает, есть ли там то или иное сообщение. Отсюда и погрешность (дифференциальная приватность, дискретное распределение Лапласа; за всё время на одно сообщение уходит не больше ε = 2)."),
        new("Пороги.", "Маленькие числа по отдельности не показаны."),
        new("Один раз.", "Данные выходят 15-го, срок назначен заранее. Их никогда не пересчитывают, и все получают одни и те же файлы. Ошибки исправляют словами."),
        new("Потом удаляем.", "Когда квартал опубликован, подсчитанные ответы удаляются. Они остаются только в запечатанном сообщении, которое сервер открыть не может, пока не удалят и его."),
        new("Что остаётся.", "Несколько сообщений одного человека складываются: кто сообщает часто, защищён слабее."),
    ];

    public override string Quoting => "Как цитировать";
    public override string QuotingHow => "Всегда с погрешностью и всегда как сообщения, а не как людей:";
    public override string Quotation(Period period, long reports, int margin, DateOnly published, string address) =>
        $"{Capital(In(period))} учтено около {Number(reports)} {OfReports(reports)} о принуждении к контракту с армией, плюс-минус {margin} (MigrantBot, опубликовано {Day(published)}, {address}).";

    public override string Corrections => "Исправления";
    public override string Correction => "Исправление";
    public override string OlderCorrections => "Более ранние исправления есть на самой странице.";
    public override string CorrectionsMeaning => "Опубликованные числа не меняются. Если с ними что-то не так, об этом сказано здесь.";
    public override string Corrected => "есть исправление";
    public override string CorrectionOf(Correction correction) => correction.Russian;

    public override string Archive => "Все публикации";
    public override string ArchiveMeaning => "В каждом файле все таблицы своего периода с погрешностями. CSV открывается в электронной таблице, JSON нужен программам.";
    public override string Published => "Опубликовано";
    public override string DownloadColumn => "Скачать";
    public override string Download(string format, Period period) => $"{format}, {Name(period)}";
    public override string ForPrograms => "Организации могут скачивать те же файлы программой. Ключ для этого дают те, кто ведёт сервис:";
    public override string ForProgramsLink => "описание интерфейса";
    public override string ToBeTold => "Чтобы узнавать о новых числах и исправлениях без регистрации:";
    public override string ToBeToldLink => "лента для чтения новостей (Atom)";

    public override string Source(string address, IReadOnlyList<(Period Period, DateOnly On)> shown) =>
        $"Источник: MigrantBot, {address}. {Capital(string.Join("; ", shown.Select(one => $"{Name(one.Period)}, опубликовано {Day(one.On)}")))}.";

    public override string Name(Period period) => period.Cadence == Cadence.Month
        ? $"{MonthNames[period.Number - 1]} {period.Year} года"
        : $"{MonthNames[(period.Number * 3) - 3]}\u00a0— {MonthNames[(period.Number * 3) - 1]} {period.Year} года";

    public override string In(Period period) => period.Cadence == Cadence.Month
        ? $"в {InMonth[period.Number - 1]} {period.Year} года"
        : $"{(period.Number == 2 ? "во" : "в")} {Roman[period.Number - 1]} квартале {period.Year} года";

    public override string Short(Period period) => period.Cadence == Cadence.Month ? $"{ShortNames[period.Number - 1]} {period.Year % 100:00}" : $"{Roman[period.Number - 1]} кв. {period.Year % 100:00}";

    public override string Day(DateOnly day) => $"{day.Day} {OfMonth[day.Month - 1]} {day.Year} года";

    protected override NumberFormatInfo Separated { get; } = SeparatedBy("\u00a0");

    protected override IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        ["region"] = "Регион", ["type"] = "Способ", ["citizenship"] = "Гражданство", ["actor"] = "Кто заставлял",
        ["region.moscow"] = "Москва и область", ["region.north-west"] = "Северо-Запад", ["region.central"] = "Центр", ["region.south"] = "Юг", ["region.volga"] = "Поволжье",
        ["region.urals"] = "Урал", ["region.siberia-far-east"] = "Сибирь, Дальний Восток", ["region.war-zone"] = "Зона войны", ["region.other"] = "Другое или не сказано",
        ["type.violence"] = "Насилие", ["type.legal-threat"] = "Угроза законом", ["type.documents"] = "Документы", ["type.deception"] = "Обман",
        ["type.money"] = "Деньги", ["type.other"] = "Другое",
        ["citizenship.uz"] = "Узбекистан", ["citizenship.tj"] = "Таджикистан", ["citizenship.kg"] = "Кыргызстан", ["citizenship.kz"] = "Казахстан",
        ["citizenship.other"] = "Другая страна", ["citizenship.unsaid"] = "Не сказано",
        ["actor.police"] = "Полиция", ["actor.migration-service"] = "Миграционная служба", ["actor.prison-staff"] = "Сотрудники тюрьмы", ["actor.military"] = "Военные",
        ["actor.private"] = "Работодатель, посредник, земляк", ["actor.other"] = "Другие или не сказано",
    };

    /// <summary>“Около” wants the second case: около 21 сообщения, около 22 сообщений.</summary>
    static string OfReports(long reports) => Plural(reports, "сообщения", "сообщений", "сообщений");

    static string Plural(long number, string one, string few, string many) => (number % 100, number % 10) switch
    {
        ( >= 11 and <= 14, _) => many,
        (_, 1) => one,
        (_, >= 2 and <= 4) => few,
        _ => many,
    };
}
