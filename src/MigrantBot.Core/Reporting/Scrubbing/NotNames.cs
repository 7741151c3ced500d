namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Words with a capital that are no names of persons: what a sentence begins with, places, peoples, institutions. Folded words.</summary>
static class NotNames
{
    /// <summary>What a sentence begins with, and words that people write with a capital out of respect.</summary>
    static readonly HashSet<string> Words = Folded.All(
        "я ты он она оно мы вы они меня мне нас нам вас вам его её ему ей их мой моя моё мои моего моему наш наша наше наши ваш это этот эта эти тот та те там тут здесь туда сюда так такой"
        + " вчера сегодня завтра потом затем тогда когда где куда кто что как если чтобы только уже ещё все всё всех всем каждый один одна два две три нет да но и а в во на с со к ко о об от до из за у по под над при про без для через после перед"
        + " утром днём вечером ночью однажды сначала теперь сейчас также тоже или ли же бы был была были было есть будет не ни пришёл пришли сказал сказали говорил обещал обещали забрали взяли отобрали привезли держали били угрожали заставили"
        + " командир начальник капитан майор полковник лейтенант сержант прапорщик генерал рядовой старшина следователь дознаватель участковый полицейский сотрудник вербовщик посредник бригадир директор хозяин прораб адвокат судья прокурор консул военком инспектор оперативник"
        + " брат сестра отец мать мама папа сын дочь друг дядя тётя жена муж родители господин гражданин гражданка гражданина товарищ уважаемый уважаемые здравствуйте помогите спасибо пожалуйста прошу фамилия имя отчество фио адрес паспорт патент документы телефон номер письмо контракт договор"
        + " суд судья судебный миграция миграционный магазин машина мужчина женщина причина половина дисциплина картина долина война армия фронт деньги человек люди работа общежитие вокзал метро аэропорт"
        // Uzbek
        + " мен сен у биз сиз улар мени менга менинг сенинг унинг унга уни бизни бизга бизнинг бизлар бу шу ўша анави ана мана бир битта кеча бугун эртага кейин сўнг аввал олдин ҳозир энди лекин аммо чунки агар ҳа йўқ ва ҳам ҳар ҳамма барча нима ким қачон қаерда қандай ассалому салом алайкум илтимос раҳмат"
        + " акам укам опам синглим отам онам ўғлим қизим дўстим хотиним эрим амаким тоғам полиция прокурор командир бошлиқ ходим терговчи майор капитан паспорт пул иш шартнома уруш армия ўзбек"
        + " men sen u biz siz ular meni menga mening sening uning unga uni bizni bizga bizning bu shu o'sha ana mana bir bitta kecha bugun ertaga keyin so'ng avval oldin hozir endi lekin ammo chunki agar ha yo'q va ham har hamma barcha nima kim qachon qayerda qanday assalomu salom alaykum iltimos rahmat"
        + " akam ukam opam singlim otam onam o'g'lim qizim do'stim xotinim erim amakim tog'am politsiya prokuror komandir boshliq xodim tergovchi mayor kapitan pasport pul ish shartnoma urush armiya o'zbek"
        // Tajik
        + " ман ту ӯ вай мо шумо онҳо маро моро ин он ҳамин ҳамон дирӯз имрӯз фардо баъд пас пеш ҳоло акнун аммо лекин агар не ҳа ва ҳам ҳар ҳама чӣ кӣ кай куҷо салом ассалому лутфан раҳмат бародарам писарам падарам модарам дӯстам дар ба аз бо то барои"
        // Kyrgyz and Kazakh
        + " ал биз сиз силер алар мага мени менин анын аны биздин бул ошол бүгүн кече эртең анан азыр бирок эгер ооба жок жана дагы ар баары эмне качан кайда кандай саламатсызбы салам суранам рахмат агам иним досум уулум атам апам аялым"
        + " ол сіз олар маған мені менің оның оны біздің бұл сол бүгін кеше ертең сосын қазір бірақ егер иә жоқ және тағы барлық не қашан қайда қалай сәлеметсіз бе сәлем өтінемін ағам інім досым ұлым әкем анам әйелім"
        // English
        + " i he she it we you they my your his her our their me him us them this that these those there here then now when where who what how if only all every one two three no yes but and or in on at from to with for after before yesterday today tomorrow commander captain major police officer brother friend father mother mr mrs please hello the a an");

    /// <summary>Beginnings of the names of places and peoples, of months, of words that institutions are called by.</summary>
    static readonly HashSet<string> Beginnings =
    [
        .. Folded.All("Россия России Россию Российск Русск Москв Московск Подмосков Петербург Санкт Казань Казани Екатеринбург Новосибирск Ростов Саратов Самара Самаре Самару Самары Тамбов Псков Киев Чернигов Харьков Азов Краснодар Воронеж Белгород Курск Брянск Донецк Луганск Мариупол Бахмут Авдеев Украин Крым Сибир Хабаровск Тюмен Сочи Тула Тверь Твери Омск Томск Перм Уфа Калуг Рязан Смоленск Ярославл Мытищ Одинцов Балаших Химк Подольск Мурманск Владивосток Иркутск Красноярск Челябинск Волгоград Нижний Нижегород"
            + " Узбек Ўзбек Таджик Точик Тоҷик Кыргыз Киргиз Қирғиз Казах Казак Қазақ Қозоқ Русия Ташкент Тошкент Самарканд Самарқанд Бухар Бухоро Андижан Андижон Ферган Фарғон Наманган Хорезм Хоразм Қашқадар Кашкадар Сурхондар Сурхандар Сирдар Сырдар Жиззах Джизак Навои Нукус Термез Термиз Карши Қарши"
            + " Душанбе Хужанд Хучанд Худжанд Хатлон Хатлан Согд Суғд Куляб Кӯлоб Бохтар Вахдат Ваҳдат Панчакент Панҷакент Бишкек Ошск Баткен Нарын Талас Токмок Каракол Ысык Алмат Астан Шымкент Актау Актобе Караганд Қарағанд Тараз Атырау Турци Турк Озарбай Азербайд Европ Осий Азия Азии"
            + " Чечен Чечн Дагестан Догистон Кавказ Татар Башкир Афган Белорус Грузи Армян Исламск Исламий"
            + " Rossiya Rossiyskaya Russia Moskva Moscow Peterburg Sankt Qozon Rostov Saratov Samara Kursk Xabarovsk Yekaterinburg Novosibirsk Belgorod Tula Tver Sochi Tyumen Tambov Pskov Ukrain Kiev Kyiv Bakhmut O'zbek Uzbek Tojik Tajik Qirg'iz Kyrgyz Qozog' Kazakh Toshkent Tashkent Samarqand Samarkand Buxoro Bukhara Andijon Andijan Farg'ona Fergana Namangan Xorazm Qashqadaryo Surxondaryo Sirdaryo Jizzax Navoiy Termiz Qarshi Nukus Dushanbe Xo'jand Khujand Bishkek Almaty Astana Ozarbay Turkiya Evropa"
            + " Январ Феврал Март Апрел Июн Июл Август Сентябр Октябр Ноябр Декабр Понедельник Вторник Среда Четверг Пятниц Суббот Воскресен Душанба Сешанба Чоршанба Пайшанба Рамазан Новый Навруз"
            + " Yanvar Fevral Mart Aprel Iyun Iyul Avgust Sentabr Oktabr Noyabr Dekabr Monday Tuesday January February"
            + " Министер Комитет Департамент Управлен Федерац Федерал Област Район Республик Посольств Консульств Прокуратур Полици Следствен Военкомат Военн Вооруж Верховн Конституц Уголовн Гражданск Кодекс Закон Указ Президент Правительств Росгвард Вагнер Ахмат ВДВ МВД ФСБ ОМОН УВД ОВД ФМС ГУВД СИЗО Сахаров Гувд"
            + " Вазир Қўмит Давлат Конституци Жиноят Элчихон Консулхон Вилоят Туман Республикас Федерация Суди Прокуратура ИИВ ИИБ Ички Ташқи Сафорат Вазорат Кумита Чумхури Ҷумҳури Кодекси Жазо Министрлиг Элчилик Облус Кылмыш Қылмыс Елші Облыс"
            + " Ministr Vazirlik Qo'mita Davlat Konstitutsiya Jinoyat Elchixona Konsul Viloyat Tuman Shahar Respublika Federatsiya Prokuratura Politsiya Kodeks Ichki Tashqi Prezident Telegram Instagram WhatsApp Facebook YouTube TikTok Yandex Яндекс Google Гугл Wildberries Вайлдберриз Озон Сбербанк Тинькофф Телеграм Инстаграм Ватсап"),
    ];

    /// <summary>Beside one of these a name is that of a street, a district, a school, a ministry.</summary>
    static readonly HashSet<string> Places = Folded.All(
        "ул пр просп пер ш бул г гор пос с м ст обл р-н мкр им ип ооо оао зао полк рота бригада бригады бригаде бригаду дом дома парк парке ба номи");

    static readonly HashSet<string> PlaceBeginnings = Folded.All(
        "улиц проспект площад переул шоссе бульвар микрорайон квартал метро станци город посёл деревн район област край имени больниц завод фабрик рынок рынк аэропорт вокзал школ памятник"
        + " министерств союз комитет совет отдел управлен служб фонд центр групп штаб батальон компани фирм общежити"
        + " кўча шоҳкўча майдон туман шаҳар шаҳр вилоят маҳалла бозор мактаб боғи номидаги номли ko'cha shohko'cha maydon tuman shahar shahr viloyat mahalla bozor maktab metro nomidagi masjid мачит масжид"
        + " кӯча хиёбон ноҳия вилоят көчө район шаар облус базар атындагы мечит көше аудан қала облыс атындағы даңғыл мешіт"
        + " street avenue square district city region market station university ministry");

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlacesBySpan = PlaceBeginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    const int ShortestPlace = 4;
    static readonly int Shortest = Beginnings.Min(beginning => beginning.Length);
    static readonly int Longest = Beginnings.Max(beginning => beginning.Length);

    public static bool Is(string fold)
    {
        if (Words.Contains(fold))
            return true;
        for (var length = Shortest; length <= Math.Min(Longest, fold.Length); length++)
            if (BySpan.Contains(fold.AsSpan(0, length)) && !IsSurnameEnding(fold.AsSpan(length)))
                return true;
        return false;
    }

    /// <summary>Казак is one of a people, Казаков is a person.</summary>
    static bool IsSurnameEnding(ReadOnlySpan<char> rest) =>
        rest.StartsWith("ов", StringComparison.Ordinal) || rest.StartsWith("ев", StringComparison.Ordinal)
        || rest.StartsWith("ov", StringComparison.Ordinal) || rest.StartsWith("ev", StringComparison.Ordinal);

    public static bool IsPlace(string fold)
    {
        if (Places.Contains(fold))
            return true;
        for (var length = ShortestPlace; length <= fold.Length; length++)
            if (PlacesBySpan.Contains(fold.AsSpan(0, length)) && !IsSurnameEnding(fold.AsSpan(length)))
                return true;
        return false;
    }
}
