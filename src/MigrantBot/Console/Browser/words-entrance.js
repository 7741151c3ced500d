// What the entrance says.
const en = {
  title: 'Entrance · MigrantBot console',

  'dead-title': 'This link no longer works',
  'dead-why': 'Each link works once and for a short time, and a newer one makes it void.',
  'dead-ask': 'Ask an administrator or the operator for a new one. The operator makes one with',
  'unanswered-title': 'The server did not answer',
  'unanswered-still': 'Your link is still good.',
  'try-again': 'Try again',

  'door-title': 'Sign in',
  'door-why': 'Your device asks for a finger, a face or its code. To read reports you then type your passcode.',
  'door-limits': 'You stay signed in for 30 idle minutes, and 8 hours at most.',
  'door-new': 'New here, or passkey lost? You need a one-time link. An administrator makes one, or the operator with',
  'door-first': 'On the very first start of the program it stands in the log.',
  'sign-in': 'Sign in with your passkey',
  'signing-in': 'Waiting for your device…',

  'welcome': handle => `Welcome, ${handle}`,
  'welcome-why': 'You will read reports that nobody else can: they are sealed to keys which this browser makes now. The server keeps the keys wrapped and never sees your passcode.',
  'languages': 'Reports in which languages can you read?',
  'no-language': 'Choose at least one language that you read well.',
  'make-keys': 'Make my keys',

  'passcode-title': 'Your passcode',
  'passcode-write': 'Write it on paper, now. ',
  'passcode-once': 'It is shown this once',
  'passcode-lost': ' and nobody can restore it: without it your keys, and the reports sealed to them, stay closed.',
  'passcode-paper': 'No photo, no file, no message: a phone can be searched.',
  'last-group': 'From your paper, type the last group',
  'not-last-group': 'That is not the last group. Look at your paper again.',
  'written-down': 'I have written it down',

  'passkey-title': 'Your passkey',
  'passkey-why': 'You sign in with it from now on. Your device keeps it behind your finger, face or code, and it works on this site only. There is no password that somebody could take from you.',
  'passkey-and-code': 'The passkey opens the door, the passcode opens the reports. You need both.',
  'passkey-administrator': 'As an administrator you invite and remove people. You have no keys and read no report.',
  'make-passkey': 'Make my passkey',
  'making-passkey': 'Waiting for your device…',
  'making-keys': 'Making your keys…',

  'return-title': handle => `A new passkey for ${handle}`,
  'return-why': 'The link adds a passkey on this device and signs you in. Your passcode stays the same. Then look through your passkeys in the settings, and remove the one that is lost.',

  'cancelled': 'No passkey was used: it was cancelled, it took too long, or this device has none. Nothing is lost. Try again.',
  'cancelled-making': 'No passkey was made. Nothing is lost, and your link is still good. Try again.',
  'here-already': 'This device already has a passkey of yours. Open the entrance without the link and sign in with it.',
  'no-passkeys': 'This browser cannot use passkeys. Take a newer one (Chrome, Edge, Firefox, Safari) on a device with a screen lock. Your link is still good there.',
  'wrong-address': at => `Passkeys work here only under the name ${at}. Open the page at that address.`,
  'refused': 'The passkey was not accepted here. It may have been removed, or you waited too long. Try again, or ask for a new link.',
  'no-answer': 'The server did not answer. Try again.',
  'not-taken': 'The server did not take it. Try again; your passcode stays the same.',
};

const ru = {
  title: 'Вход · Консоль MigrantBot',

  'dead-title': 'Эта ссылка больше не действует',
  'dead-why': 'Каждая ссылка действует один раз и недолго; новая отменяет прежнюю.',
  'dead-ask': 'Попросите новую у администратора или оператора. Оператор получает её командой',
  'unanswered-title': 'Сервер не ответил',
  'unanswered-still': 'Ваша ссылка ещё действует.',
  'try-again': 'Повторить',

  'door-title': 'Вход',
  'door-why': 'Устройство попросит отпечаток пальца, лицо или код блокировки. Чтобы читать сообщения, вы затем введёте личный код с бумаги.',
  'door-limits': 'Сеанс длится не дольше 8 часов и заканчивается после 30 минут бездействия.',
  'door-new': 'Вы здесь впервые или потеряли ключ доступа? Нужна одноразовая ссылка. Её создаёт администратор, а оператор получает командой',
  'door-first': 'При самом первом запуске программа записывает её в свой лог.',
  'sign-in': 'Войти с ключом доступа',
  'signing-in': 'Ждём ваше устройство…',

  'welcome': handle => `Здравствуйте, ${handle}`,
  'welcome-why': 'Вы будете читать сообщения, которые больше никто не может прочитать: их запечатывают для ключей, которые сейчас создаст этот браузер. Сервер хранит ключи зашифрованными и никогда не видит ваш личный код.',
  'languages': 'На каких языках вы можете читать сообщения?',
  'no-language': 'Выберите хотя бы один язык, на котором вы хорошо читаете.',
  'make-keys': 'Создать мои ключи',

  'passcode-title': 'Ваш личный код',
  'passcode-write': 'Запишите его на бумаге прямо сейчас. ',
  'passcode-once': 'Он показан один раз',
  'passcode-lost': ', и восстановить его не может никто: без него ваши ключи и запечатанные ими сообщения останутся закрыты.',
  'passcode-paper': 'Не фотографируйте, не сохраняйте в файл, не пересылайте: телефон могут обыскать.',
  'last-group': 'Введите с бумаги последнюю группу знаков',
  'not-last-group': 'Это не последняя группа. Посмотрите на бумагу ещё раз.',
  'written-down': 'Записано',

  'passkey-title': 'Ваш ключ доступа',
  'passkey-why': 'Теперь вы входите с ним. Устройство пускает к нему только по вашему отпечатку пальца, лицу или коду блокировки, и действует он только на этом сайте. Пароля, который у вас могли бы выманить, нет.',
  'passkey-and-code': 'Ключ доступа открывает дверь, личный код открывает сообщения. Нужны оба.',
  'passkey-administrator': 'Администратор приглашает и удаляет людей. Ключей к сообщениям у него нет, и он ничего не читает.',
  'make-passkey': 'Создать ключ доступа',
  'making-passkey': 'Ждём ваше устройство…',
  'making-keys': 'Создаём ваши ключи…',

  'return-title': handle => `Новый ключ доступа для ${handle}`,
  'return-why': 'По этой ссылке вы добавите ключ доступа на этом устройстве и войдёте. Личный код остаётся прежним. Затем просмотрите свои ключи доступа в настройках и удалите потерянный.',

  'cancelled': 'Ключ доступа не использован: вход отменён, прошло слишком много времени или на этом устройстве нет ключа доступа. Ничего не потеряно. Попробуйте ещё раз.',
  'cancelled-making': 'Ключ доступа не создан. Ничего не потеряно, ссылка ещё действует. Попробуйте ещё раз.',
  'here-already': 'На этом устройстве уже есть ваш ключ доступа. Откройте вход без ссылки и войдите с ним.',
  'no-passkeys': 'Этот браузер не умеет работать с ключами доступа. Возьмите более новый (Chrome, Edge, Firefox, Safari) на устройстве с блокировкой экрана. Там ваша ссылка ещё действует.',
  'wrong-address': at => `Ключи доступа работают здесь только по адресу ${at}. Откройте страницу там.`,
  'refused': 'Ключ доступа здесь не принят. Возможно, его удалили или вы ждали слишком долго. Попробуйте ещё раз или попросите новую ссылку.',
  'no-answer': 'Сервер не ответил. Попробуйте ещё раз.',
  'not-taken': 'Сервер этого не принял. Попробуйте ещё раз; личный код остаётся прежним.',
};

export const entrance = { en, ru };
