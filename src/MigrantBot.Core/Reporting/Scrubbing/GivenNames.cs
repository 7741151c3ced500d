namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Given names that are heard every day in the five countries and are no other word. It cannot be whole, and need not: a name that is not here is
/// still found by what stands beside it.
/// </summary>
static class GivenNames
{
    static readonly HashSet<string> All = Folded.All(
        // Uzbek and Tajik
        "Абдулла Абдурашид Абдураҳмон Абдусалом Абдужаббор Адҳам Аҳмад Акбар Акмал Алишер Анвар Асрор Аброр Бахтиёр Баҳодир Баҳром Ботир Бобур Дилшод Дониёр Достон"
        + " Жавоҳир Жаҳонгир Жалолиддин Жалол Жамшид Зафар Зокир Зоир Ибрагим Иброҳим Икром Илҳом Исмоил Исроил Комил Камрон Лазиз Мансур Маъруф Маҳмуд Муҳаммад Муроджон Музаффар"
        + " Мирзоҳид  Нодир Нурали Ойбек Олим Отабек Равшан Раҳим Раҳмон Расул Рустам Садриддин Саидали Салим Самандар Сардор Сарвар Собир Сухроб Суҳроб "
        + " Тоҳир Темур Толиб Улуғбек Умар Умед Фаррух Фарҳод Фарход Фируз Файзулло Фозил Ҳаким Ҳамид Ҳасан Ҳусан Ҳусейн Хуршед Хуршид Шавкат Шариф Шерзод Шоҳрух Шукур Эшмат Тошмат"
        + " Юсуф Ёқуб Ғайрат Қодир Сироҷиддин Ҷамшед Ҷовид Парвиз Мунира Мадина Малика Гулнора Дилноза Дилбар Зулфия Зарина Лола Мавлуда Нигора Нилуфар Нодира Нозима Севара Феруза"
        + " Фотима Зуҳра Шаҳноза Шахло Умида Барно Саодат Ойгул Гулчеҳра Мастура Манижа"
        + " Abdulla Akbar Akmal Alisher Anvar Ahmad Baxtiyor Bahodir Botir Bobur Dilshod Doniyor Javohir Jahongir Jaloliddin Jalol Jamshid Zafar Zokir Ibrohim Ilhom Ismoil Komil Laziz Mansur"
        + " Mahmud Muhammad Muzaffar Nodir Oybek Otabek Olim Ravshan Rahim Rahmon Rasul Rustam Salim Samandar Sardor Sarvar Sobir Suhrob Tohir Temur Ulug'bek Umar Farrux"
        + " Farhod Firuz Hakim Hamid Hasan Husan Xurshid Shavkat Sharif Sherzod Shohrux Shukur Eshmat Toshmat Yusuf G'ayrat Qodir Gulnora Dilnoza Dilbar Zulfiya Zarina Mavluda"
        + " Nigora Nilufar Nodira Nozima Sevara Feruza Fotima Zuhra Shahnoza Umida Saodat Oygul"
        // Kyrgyz and Kazakh
        + " Азамат Айбек Акылбек Алмаз Алтынбек Асылбек Бакыт Бакытбек Бекзат Болот Данияр Жаныбек Жоомарт Кубаныч Кубат Мирлан Нурбек Нурлан Руслан Талант Тилек Улан Уланбек Чыңгыз"
        + " Эмил Эркин Эрмек Айгүл Айжан Айнура Асел Бегимай Гүлнара Жылдыз Нургүл Чолпон Әсел Айдос Айдын Арман Асқар Бауыржан Бекболат Дархан Дәурен Еркін Ерлан Ержан Ерболат Жандос Қайрат"
        + " Қанат Марат Мұрат Нұржан Нұрлан Олжас Саят Серік Талғат Тимур Әлихан Жанар Динара Гүлмира Әйгерім Сәуле Мәдина Аманжол Берік Данат Самат Асылжан Фарух"
        // Russian
        + " Александр Алексей Алексея Алексею Андрей Андрея Андрею Антон Артём Артур Борис Вадим Валентин Валерий Василий Виктор Виталий Вячеслав Геннадий Георгий Григорий Даниил Данила Денис Дмитрий Дмитрия Дмитрию Дмитрием"
        + " Евгений Евгения Евгению Егор Иван Игорь Игоря Игорю Игорем Илья Кирилл Константин Леонид Максим Михаил Никита Николай Николая Николаю Олег Павел Петр Пётр Роман Сергей Сергея Сергею Сергеем Степан Фёдор Юрий Юрия Юрием"
        + " Ярослав Саша Серёга Лёха Димон Дима Вова Миша Коля Ваня Женя Анна Елена Ирина Мария Наталья Ольга Светлана Татьяна Екатерина Марина Юлия"
        + " Aleksandr Aleksey Alexey Andrey Anton Artyom Denis Dmitriy Dmitry Ivan Igor Maksim Mikhail Nikolay Oleg Pavel Sergey Viktor Yuriy Azamat Nurlan Ruslan Erlan Bakyt");

    /// <summary>Those that are plain words as well: one that begins a sentence by itself is the word.</summary>
    static readonly HashSet<string> AlsoWords = Folded.All(
        "Умед Умида Эркин Еркін Бакыт Арман Азамат Талант Тилек Улан Болот Алмаз Кубат Жылдыз Лола Комил Зафар Равшан Достон Шукур Саодат Малика Олим Ҳаким Расул Нодир Шариф Жалол Икром Илҳом Ғайрат Қодир Темур Тимур Саят Данат Аманжол Қанат Роман Марина Султон"
        + " Umida Azamat Komil Zafar Ravshan Shukur Saodat Olim Hakim Rasul Nodir Sharif Jalol Ilhom G'ayrat Qodir Temur");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsAlsoWord(string fold) => AlsoWords.Contains(fold);

    public static bool Has(ReadOnlySpan<char> fold) => BySpan.Contains(fold);
}
