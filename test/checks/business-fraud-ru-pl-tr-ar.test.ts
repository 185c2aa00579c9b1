import { describe, expect, it } from 'vitest';
import { lureFinder } from '../../src/checks/lures.ts';
import { loadLists } from '../../src/data/load.ts';
import type { Theme } from '../../src/model.ts';
import { verdictOnText } from '../helpers/judge.ts';

/** Frauds without a link in Russian, Polish, Turkish and Arabic, through the shipped words and checks. Invented. */
const lists = loadLists();
const find = lureFinder(lists.lures);

async function judge(from: string, subject: string, body: string) {
  const { risk, findings } = await verdictOnText(from, subject, body);
  return { risk, checks: findings.map(({ check }) => check) };
}

const TALES: [language: string, theme: Theme, text: string][] = [
  ['ru', 'boss', 'Нужно провести срочный платёж до двух. Я на переговорах, звонить не смогу.'],
  ['ru', 'staff-records', 'Подготовьте список сотрудников с окладами и пришлите мне.'],
  ['ru', 'overpayment', 'Мы перечислили больше, чем следовало: прошу вернуть разницу на другой счёт.'],
  ['ru', 'name-registration', 'Другая компания подала заявку на ваш товарный знак.'],
  ['ru', 'rental', 'Квартира свободна, я живу за границей, ключи отправлю после оплаты.'],
  ['ru', 'complaint', 'В постели были клопы, фото и видео смотрите в облаке.'],
  ['ru', 'cheque', 'Вышлем чек: обналичьте его, остаток переведите мастеру.'],
  ['ru', 'romance', 'Я вдова, военный врач, и ищу серьёзных отношений.'],
  ['ru', 'fortune', 'Нотариус ищет наследника: миллион долларов ждёт вас.'],
  ['ru', 'remote-help', 'Запустите AnyDesk и назовите цифры сотруднику.'],
  ['ru', 'payee-alert', 'Перевод на сумму 41 000 рублей исполняется. Если вы этого не делали, отмените операцию.'],
  ['ru', 'shipping-papers', 'Просим проверить коносамент.'],
  ['ru', 'payment-advice', 'Во вложении копия платёжки.'],
  ['ru', 'investment', 'Торговый робот даёт доход от 5 % без риска.'],
  ['ru', 'exposure', 'Я взломал вашу почту, и видео с вами увидят родственники.'],
  ['ru', 'charge-call', 'Ваша подписка продлена. Если вы не заказывали, позвоните нам.'],
  ['ru', 'secrets', 'Укажите номер карты и код из СМС.'],
  ['ru', 'threat', 'В противном случае доступ будет закрыт.'],
  ['pl', 'boss', 'Proszę zrobić przelew zagraniczny jeszcze dziś. Jestem na zebraniu, proszę nie dzwonić.'],
  ['pl', 'staff-records', 'Proszę o przesłanie listy płac w Excelu.'],
  ['pl', 'overpayment', 'Przelaliśmy za dużo, prosimy o zwrot różnicy na inne konto.'],
  ['pl', 'name-registration', 'Inna firma chce zarejestrować Państwa markę i domenę.'],
  ['pl', 'rental', 'Kawalerka jest wolna, jestem za granicą, klucze wyślę kurierem.'],
  ['pl', 'complaint', 'W łóżku były pluskwy, zdjęcia są w chmurze.'],
  ['pl', 'cheque', 'Wyślemy czek: zrealizuj go i przelej resztę malarzowi.'],
  ['pl', 'romance', 'Jestem wdową, służę w armii, twój profil mnie urzekł.'],
  ['pl', 'fortune', 'Mój klient zostawił fundusz, 8 milionów dolarów.'],
  ['pl', 'remote-help', 'Proszę uruchomić AnyDesk i podać kod konsultantowi.'],
  ['pl', 'payee-alert', 'Zlecono przelew na kwotę 4 100 zł. Jeśli nie zlecałeś, anuluj przelew.'],
  ['pl', 'shipping-papers', 'Proszę sprawdzić konosament.'],
  ['pl', 'payment-advice', 'W załączniku dowód wpłaty.'],
  ['pl', 'investment', 'Robot handlowy zarabia bez ryzyka.'],
  ['pl', 'exposure', 'Zhakowałem twoją kamerę, nagranie z tobą dostanie żona.'],
  ['pl', 'charge-call', 'Pobrano 349 zł za odnowienie. Jeśli to nie Ty, zadzwoń.'],
  ['pl', 'secrets', 'Podaj PESEL i hasło.'],
  ['pl', 'threat', 'W przeciwnym razie konto zostanie zamknięte.'],
  ['tr', 'boss', 'Öğlene kadar bir havale yapmamız gerek. Toplantıdayım, aramayın.'],
  ['tr', 'staff-records', 'Tüm personelin listesini Excel olarak bana gönder.'],
  ['tr', 'overpayment', 'Fazla ödeme yaptık, farkı başka bir hesaba iade ediniz.'],
  ['tr', 'name-registration', 'Başka bir firma markanızı kaydettirmek istiyor.'],
  ['tr', 'rental', 'Daire boş, yurt dışındayım, anahtarı kargoyla yollarım.'],
  ['tr', 'complaint', 'Yatakta böcek vardı, fotoğraflar klasörde.'],
  ['tr', 'cheque', 'Size bir çek yollayacağız: bozdurun, kalanını nakliyeciye gönderin.'],
  ['tr', 'romance', 'Dul bir askeri doktorum, profilini gördüm.'],
  ['tr', 'fortune', 'Merhum müvekkilim 8 milyon dolar bıraktı.'],
  ['tr', 'remote-help', 'AnyDesk açıp kodu girin.'],
  ['tr', 'payee-alert', 'Adınıza kredi başvurusu alındı. Siz yapmadıysanız iptal etmek için başvurun.'],
  ['tr', 'shipping-papers', 'Konşimento ektedir.'],
  ['tr', 'payment-advice', 'Ödeme dekontu ektedir.'],
  ['tr', 'investment', 'Yatırım robotu günde yüzde üç kazandırır.'],
  ['tr', 'exposure', 'Kameranızı ele geçirdim, görüntüleriniz ailenize gidecek.'],
  ['tr', 'charge-call', 'Aboneliğiniz yenilendi. Siz yapmadıysanız bizi arayın.'],
  ['tr', 'secrets', 'Kart numaranızı ve şifrenizi yazın.'],
  ['tr', 'threat', 'Aksi takdirde hesap kapatılacaktır.'],
  ['ar', 'boss', 'أحتاج منك تنفيذ حوالة عاجلة، أنا في اجتماع فلا تتصل.'],
  ['ar', 'staff-records', 'أرسلي لي كشوف الرواتب بصيغة إكسل.'],
  ['ar', 'overpayment', 'دفعنا مرتين، نرجو إعادة المبلغ إلى حساب آخر.'],
  ['ar', 'name-registration', 'شركة أخرى تريد تسجيل علامتكم التجارية.'],
  ['ar', 'rental', 'الشقة فارغة وأنا مسافر وسأرسل المفاتيح.'],
  ['ar', 'complaint', 'وجدنا حشرات في السرير والصور في المجلد.'],
  ['ar', 'cheque', 'نرسل لك شيكًا: أودعه وحول الباقي إلى الدهان.'],
  ['ar', 'romance', 'أنا أرملة أعمل طبيبة مع الجيش وأبحث عن علاقة جادة.'],
  ['ar', 'fortune', 'ترك موكلي المتوفى 8 ملايين دولار.'],
  ['ar', 'remote-help', 'افتح برنامج التحكم عن بعد وأرسل الرمز.'],
  ['ar', 'payee-alert', 'تمت إضافة مستفيد جديد. إذا لم تكن أنت فاتصل لإيقاف العملية.'],
  ['ar', 'shipping-papers', 'مرفق لكم بوليصة الشحن.'],
  ['ar', 'payment-advice', 'نرفق لكم إشعار التحويل.'],
  ['ar', 'investment', 'روبوت تداول بأرباح يومية بلا مخاطر.'],
  ['ar', 'exposure', 'اخترقت جهازك والفيديو سيصل إلى عائلتك.'],
  ['ar', 'charge-call', 'تم تجديد اشتراكك. إن لم تطلب ذلك اتصل بنا.'],
  ['ar', 'secrets', 'أدخل رقم البطاقة ورمز التحقق.'],
  ['ar', 'threat', 'وإلا سيتم إغلاق الحساب.'],
];

describe('a fraud without a link', () => {
  it.each(TALES)('in %s tells of %s: %s', (language, theme, text) => {
    expect(find(text)).toContainEqual(expect.objectContaining({ language, theme }));
  });
});

const FRAUDS: [language: string, check: string, subject: string, body: string][] = [
  [
    'ru',
    'boss-asks-quietly',
    'На пару минут',
    'Вера Игоревна, вы у себя? Надо сделать срочный перевод новому поставщику, а я на заседании и говорить не могу. Пришлю реквизиты, как ответите. Никому пока ни слова.',
  ],
  [
    'ru',
    'staff-list-request',
    'К проверке',
    'Добрый день. Пришлите мне, пожалуйста, зарплатную ведомость и паспортные данные сотрудников в формате Excel. Жду ответа сегодня.',
  ],
  [
    'ru',
    'asks-for-secrets',
    'Ящик будет удалён',
    'Почтовый ящик переполнен и будет заблокирован сегодня. Чтобы сохранить письма, укажите в ответ пароль и дату рождения.',
  ],
  [
    'ru',
    'salary-to-new-account',
    'Карта для зарплаты',
    'Здравствуйте, я сменил банк и хочу получать зарплату на новый счёт уже с этого месяца. Реквизиты пришлю, как подтвердите.',
  ],
  [
    'pl',
    'boss-asks-quietly',
    'Krótka sprawa',
    'Panie Tomaszu, jest Pan w biurze? Proszę zlecić pilny przelew do nowego kontrahenta, sam siedzę na naradzie i nie mogę odbierać. Dane prześlę po odpowiedzi. To zostaje między nami.',
  ],
  [
    'pl',
    'staff-list-request',
    'Na kontrolę',
    'Dzień dobry, proszę przesłać mi listę płac i numery PESEL wszystkich w pliku Excel. Czekam na odpowiedź przed południem.',
  ],
  [
    'pl',
    'asks-for-secrets',
    'Skrzynka pełna',
    'Twoja skrzynka jest pełna i dziś zostanie zablokowana. Podaj login, hasło oraz datę urodzenia, w przeciwnym razie wiadomości zostaną usunięte.',
  ],
  [
    'pl',
    'rental-by-courier',
    'Mieszkanie na Woli',
    'Dziękuję za kontakt. Mieszkanie ma dwa pokoje i jest umeblowane. Przeprowadziłem się do Irlandii i nie mogę pokazać go osobiście. Proszę wpłacić kaucję, a klucze wyślę kurierem.',
  ],
  [
    'tr',
    'boss-asks-quietly',
    'Bir dakika',
    'Kemal Bey, ofiste misiniz? Yeni bir tedarikçiye acil bir ödeme yapmamız gerekiyor, duruşmadayım ve telefona bakamam. Cevap yazınca bilgileri göndereceğim. Aramızda kalsın.',
  ],
  [
    'tr',
    'staff-list-request',
    'Denetim için',
    'İyi günler, tüm çalışanların maaş listesini ve TC kimlik numaralarını Excel olarak bana iletir misiniz? Cevabınızı bekliyorum.',
  ],
  [
    'tr',
    'asks-for-secrets',
    'Kutunuz dolu',
    'Posta kutunuz doldu ve bugün kapatılacak. Kullanıcı adınızı ve şifrenizi yazarak yanıtlayın, aksi takdirde iletileriniz silinecek.',
  ],
  [
    'tr',
    'rental-by-courier',
    'Kiralık',
    'Merhaba, daire eşyalı ve boş. Yurt dışında yaşıyorum, evi gösteremem. Kaporayı yatırın, anahtarları kargoyla göndereyim.',
  ],
  [
    'ar',
    'boss-asks-quietly',
    'دقيقة من وقتك',
    'أستاذ فهد، هل أنت في المكتب؟ نحتاج إجراء تحويل لمورد جديد وأنا في المحكمة ولا أستطيع الرد. أخبرني لأرسل التفاصيل. يبقى بيننا.',
  ],
  [
    'ar',
    'staff-list-request',
    'للتدقيق',
    'السلام عليكم، أرسل لي مسير الرواتب وبيانات جميع الموظفين في ملف إكسل. بانتظار ردك.',
  ],
  [
    'ar',
    'asks-for-secrets',
    'بريدك ممتلئ',
    'صندوق بريدك ممتلئ وسيتم إيقاف حسابك اليوم. أرسل اسم المستخدم وكلمة المرور، وإلا سيتم حذف رسائلك.',
  ],
  [
    'ar',
    'name-registration-scare',
    'اسمكم التجاري',
    'السادة الكرام، تلقينا طلب تسجيل اسمكم التجاري ونطاقكم من طرف ثالث. لديكم حق الاعتراض خلال أسبوع بعد سداد رسوم الحماية. يرجى الرد.',
  ],
];

describe('a business fraud', () => {
  it.each(FRAUDS)('in %s is told by %s: %s', async (_, check, subject, body) => {
    const { risk, checks } = await judge('Office <office@notice-centre.example>', subject, body);
    expect(checks).toContain(check);
    expect(['suspicious', 'high']).toContain(risk);
  });
});

const HONEST: [language: string, subject: string, body: string][] = [
  [
    'ru',
    'Оплата охраны',
    'Вера Игоревна, счёт за охрану согласован. Оплатите вместе с остальными в пятницу, акт у меня на столе. До обеда я на совещании, потом буду у себя.',
  ],
  [
    'ru',
    'Зарплатные карты',
    'Коллеги, банк меняет зарплатные карты. Новые раздадут в отделе кадров лично, реквизиты по почте присылать не нужно, пароль и код никому не сообщайте.',
  ],
  [
    'ru',
    'Сверка',
    'Добрый день! По сверке вы оплатили дважды счёт 61. Засчитаем переплату в июне или вернём на ваш счёт, как удобнее. Акт во вложении.',
  ],
  [
    'pl',
    'Faktura za ochronę',
    'Panie Tomaszu, faktura za ochronę jest zatwierdzona. Proszę opłacić ją w piątek razem z innymi, protokół leży u mnie. Do południa jestem na zebraniu, potem u siebie.',
  ],
  [
    'pl',
    'Wypłaty',
    'Zmiany konta do wypłat przyjmujemy tylko osobiście, na podpisanym druku. Nikt z kadr nie poprosi o hasło ani o kod w mailu. W razie pytań zapraszamy do pokoju 8.',
  ],
  [
    'pl',
    'Rozliczenie',
    'Dzień dobry, fakturę 61 zapłacono dwa razy. Nadpłatę zaliczymy na czerwiec albo odeślemy na Państwa konto, proszę tylko powiedzieć, co wygodniejsze.',
  ],
  [
    'tr',
    'Güvenlik faturası',
    'Kemal Bey, güvenlik firmasının faturası onaylandı. Cuma günü diğerleriyle birlikte ödeyebilirsiniz, tutanak bende. Öğlene kadar toplantıdayım, sonra odamdayım.',
  ],
  [
    'tr',
    'Maaş kartları',
    'Maaş kartları yenileniyor, kartınızı personel biriminden elden alabilirsiniz. Kimse sizden şifre ya da kod istemez, kimseyle paylaşmayın.',
  ],
  [
    'tr',
    'Mutabakat',
    'İyi günler, 61 numaralı fatura iki kez ödenmiş görünüyor. Haziran ayına sayabilir ya da hesabınıza geri yatırabiliriz, tercihinizi telefonla söylemeniz yeterli.',
  ],
  [
    'ar',
    'فاتورة الحراسة',
    'أستاذ فهد، اعتمدت فاتورة الحراسة. تدفع يوم الخميس مع غيرها والمحضر عندي. أنا في اجتماع حتى الظهر ثم في مكتبي.',
  ],
  [
    'ar',
    'بطاقات الرواتب',
    'تصدر بطاقات رواتب جديدة وتسلم باليد في شؤون الموظفين. لا نطلب كلمة المرور ولا الرمز، فلا تشاركهما مع أحد.',
  ],
  [
    'ar',
    'مطابقة',
    'مساء الخير، يبدو أن الفاتورة 61 دفعت مرتين. نحسب الزيادة لشهر يونيو أو نعيدها إلى حسابكم، ويكفي إبلاغنا هاتفيًا.',
  ],
];

describe('its honest look-alike', () => {
  it.each(HONEST)('in %s is not flagged: %s', async (_, subject, body) => {
    const { risk } = await judge('Colleague <colleague@clinic.example>', subject, body);
    expect(['no-signs', 'low']).toContain(risk);
  });
});

const PASSED_BY: [language: string, check: string, body: string][] = [
  [
    'ru',
    'asks-for-secrets',
    'Ящик переполнен, срочно удалите старое. Мы никогда не просим прислать пароль или указать код из СМС.',
  ],
  [
    'pl',
    'asks-for-secrets',
    'Skrzynka jest pełna, pilnie usuń stare wiadomości. Nikt nie poprosi: podaj hasło albo wpisz kod.',
  ],
  [
    'tr',
    'asks-for-secrets',
    'Posta kutunuz doldu, acilen temizleyin. Şifrenizi yazın, kodu gönderin demeyiz, asla istemeyiz.',
  ],
  ['ar', 'asks-for-secrets', 'صندوق بريدك ممتلئ فاحذف القديم فورا. لا نطلب منك أن ترسل كلمة المرور أو رمز التحقق.'],
  ['ru', 'bank-details-change', 'Новые реквизиты для оплаты счетов. Подтвердите их по известному вам телефону.'],
  ['pl', 'bank-details-change', 'Nowy numer konta do faktur. Prosimy o sprawdzenie pod znanym numerem telefonu.'],
  ['tr', 'bank-details-change', 'Faturalar için yeni IBAN. Lütfen bildiğiniz numaradan arayıp teyit edin.'],
  ['ar', 'bank-details-change', 'الحساب البنكي الجديد للفواتير. نرجو التأكد عبر الهاتف المذكور في العقد.'],
];

describe('a notice that nobody will ask, or to ring first at a known number,', () => {
  it.each(PASSED_BY)('in %s is passed by %s: %s', async (_, check, body) => {
    const { checks } = await judge('Office <office@notice-centre.example>', '-', body);
    expect(checks).not.toContain(check);
  });

  it.each([
    ['ru', 'bank-details-change', 'Новые реквизиты для оплаты счетов. Подтвердите получение письма.'],
    ['pl', 'bank-details-change', 'Nowy numer konta do faktur. Prosimy o potwierdzenie mailem.'],
    ['tr', 'bank-details-change', 'Faturalar için yeni IBAN. Lütfen e-posta ile teyit edin.'],
    ['ar', 'bank-details-change', 'الحساب البنكي الجديد للفواتير. نرجو التأكيد بالرد.'],
    ['ru', 'asks-for-secrets', 'Ящик переполнен, срочно: пришлите пароль и укажите код из СМС.'],
    ['pl', 'asks-for-secrets', 'Skrzynka jest pełna, pilnie: podaj hasło albo wpisz kod PIN, nie zwlekaj.'],
    ['tr', 'asks-for-secrets', 'Posta kutunuz doldu, acilen şifrenizi yazın, kodu gönderin.'],
    ['ar', 'asks-for-secrets', 'صندوق بريدك ممتلئ فأرسل فورا كلمة المرور أو رمز التحقق.'],
    [
      'ru',
      'fortune-for-an-answer',
      'Мой клиент оставил наследство, 3 миллиона евро. Нотариус и адвокат ждут: ответьте, разделим пополам.',
    ],
  ])('in %s does not pass %s without that: %s', async (_, check, body) => {
    const { checks } = await judge('Office <office@notice-centre.example>', '-', body);
    expect(checks).toContain(check);
  });
});
