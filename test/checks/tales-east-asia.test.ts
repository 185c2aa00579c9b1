import { describe, expect, it } from 'vitest';
import { lureFinder } from '../../src/checks/lures.ts';
import { loadLists } from '../../src/data/load.ts';
import type { Theme } from '../../src/model.ts';
import { verdictOnText } from '../helpers/judge.ts';

/** Frauds without a link in Chinese, Japanese and Korean, through the shipped words, checks and points. Invented. */
const lists = loadLists();
const find = lureFinder(lists.lures);

async function judged(from: string, subject: string, body: string) {
  const { risk, findings } = await verdictOnText(from, subject, body);
  return { risk, checks: findings.map(({ check }) => check) };
}

const TALES: [language: string, theme: Theme, text: string][] = [
  ['zh', 'boss', '今天要转一笔款给新供应商，我正在开会，有事邮件沟通。'],
  ['zh', 'boss', '请先建一个QQ群，建好把我拉进去，暂时不要告诉其他同事。'],
  ['zh', 'staff-records', '把员工名单整理一份，下班前发到我的邮箱。'],
  ['zh', 'overpayment', '贵司这个月被我们重复付款，请把多余款项转回我司出纳的个人账户。'],
  ['zh', 'name-registration', '有一家公司正在申请贵司的商标作为域名，贵司有优先注册的权利。'],
  ['zh', 'rental', '公寓可以马上入住，我人在国外，收到押金后把钥匙寄给你。'],
  ['zh', 'complaint', '我要投诉：床上有臭虫，照片放在网盘里。'],
  ['zh', 'cheque', '支票寄到后先存入您的账户，剩下的汇给搬家公司。'],
  ['zh', 'romance', '我是驻扎在叙利亚的美军上尉，离异，想和你做朋友，请回信到我的私人邮箱。'],
  ['zh', 'fortune', '我的客户留下遗产九百万美元，没有继承人，想请您做受益人。'],
  ['zh', 'remote-help', '请下载AnyDesk，客服会远程帮您办理退款。'],
  ['zh', 'payee-alert', '您的账户即将转出三万元，若非您本人操作请立刻停止。'],
  ['zh', 'shipping-papers', '附件是提单和装箱单，请确认。'],
  ['zh', 'payment-advice', '银行水单见附件，请查收。'],
  ['zh', 'investment', '本群老师推荐的股票上周翻倍，名额有限，先到先得。'],
  ['zh', 'exposure', '我已入侵你的电脑，你自慰的视频在我手里。'],
  ['zh', 'charge-call', '您的会员今晚自动续费八百元，不是本人开通请拨打客服专线。'],
  ['zh', 'secrets', '请提供银行卡号和取款密码。'],
  ['zh', 'threat', '逾期未登记的账号将被注销。'],
  ['zh-tw', 'boss', '今天要匯一筆款給廠商，我在開會不方便講電話，回信就好。'],
  ['zh-tw', 'boss', '麻煩建立一個LINE工作群組，我進群後再交代事情，先不要告訴同事。'],
  ['zh-tw', 'staff-records', '請把客戶名單做成Excel寄給我。'],
  ['zh-tw', 'overpayment', '我們重複匯款了，請將差額匯回給我們的司機。'],
  ['zh-tw', 'name-registration', '另一家公司想用貴公司的品牌名稱註冊網域。'],
  ['zh-tw', 'rental', '套房還空著，但我目前在國外，鑰匙會寄給您。'],
  ['zh-tw', 'complaint', '房間有床蝨，非常失望，影片都在資料夾。'],
  ['zh-tw', 'cheque', '支票寄達後請先存入，扣除您的酬勞，餘款匯給我。'],
  ['zh-tw', 'romance', '我是聯合國軍醫，目前派駐葉門，妻子過世，很孤單，想認識你。'],
  ['zh-tw', 'fortune', '已故客戶的遺產有八百萬歐元，請您以受益人身分申請。'],
  ['zh-tw', 'remote-help', '請安裝TeamViewer，工程師幫您移除病毒。'],
  ['zh-tw', 'payee-alert', '您的帳戶新增約定帳號，若不是您本人請馬上處理。'],
  ['zh-tw', 'shipping-papers', '提單與裝箱單如附件，請核對。'],
  ['zh-tw', 'payment-advice', '匯款水單如附件，請查收。'],
  ['zh-tw', 'investment', '加入投資群組，老師報飆股，穩賺不賠。'],
  ['zh-tw', 'exposure', '我駭入你的裝置，錄下你看成人網站的影片。'],
  ['zh-tw', 'charge-call', '您的訂單誤設為分期扣款，非本人訂購請來電客服。'],
  ['zh-tw', 'secrets', '請回覆信用卡號與背面末三碼。'],
  ['zh-tw', 'threat', '逾期未繳者將強制執行。'],
  ['ja', 'boss', '本日中に送金をお願いしたいです。会議中で電話に出られません。'],
  ['ja', 'boss', 'LINEグループを作成し、QRコードを返信してください。他のメンバーはまだ追加せずにお待ちください。'],
  ['ja', 'staff-records', '得意先一覧をエクセルで送ってください。'],
  ['ja', 'overpayment', '代金を二重に振り込んでしまいました。差額を別の口座へご返金ください。'],
  ['ja', 'name-registration', '第三者が貴社の商標をドメインとして登録を申請しています。'],
  ['ja', 'rental', 'マンションは空いていますが、海外赴任中です。鍵をお送りします。'],
  ['ja', 'complaint', '部屋にゴキブリが出ました。動画はこちらのフォルダです。'],
  ['ja', 'cheque', '小切手が届いたら口座に入金し、残額を送ってください。'],
  ['ja', 'romance', 'シリアに派遣されている米軍の大尉です。妻を亡くし孤独です。友達になりませんか。'],
  ['ja', 'fortune', '亡くなった顧客が残した預金八百万ドルの受取人になってください。'],
  ['ja', 'remote-help', 'TeamViewerを入れてください。感染したパソコンを直します。'],
  ['ja', 'payee-alert', '新しい振込先が登録されました。身に覚えのない場合は停止してください。'],
  ['ja', 'shipping-papers', '船荷証券を添付いたします。ご査収ください。'],
  ['ja', 'payment-advice', '送金明細書を添付しましたのでご確認ください。'],
  ['ja', 'investment', '必ず上がる銘柄を先生がお教えします。LINEグループへ。'],
  ['ja', 'exposure', 'あなたのデバイスをハッキングし、アダルト動画を見るあなたを録画しました。'],
  ['ja', 'charge-call', '年間契約を更新しました。身に覚えのない場合はサポート窓口までお電話ください。'],
  ['ja', 'secrets', '暗証番号とカード番号をご返信ください。'],
  ['ja', 'threat', 'お手続きが完了しない場合、口座は凍結されます。'],
  ['ko', 'boss', '오늘 송금해야 할 곳이 있는데 회의 중이라 통화가 어려워요.'],
  ['ko', 'boss', '문화상품권 좀 사 줄래요? 다른 직원에게는 말하지 마세요.'],
  ['ko', 'staff-records', '거래처 명단을 엑셀로 정리해서 보내 주세요.'],
  ['ko', 'overpayment', '대금이 이중 송금되었으니 차액을 다른 계좌로 돌려주세요.'],
  ['ko', 'name-registration', '다른 회사가 귀사의 상호로 도메인을 등록하려 합니다.'],
  ['ko', 'rental', '오피스텔은 비어 있는데 제가 외국에 있어서 열쇠를 보내 드려요.'],
  ['ko', 'complaint', '방에 빈대가 나왔습니다. 동영상은 폴더에 있어요.'],
  ['ko', 'cheque', '수표를 받으시면 은행에 입금하시고 남은 금액을 보내 주세요.'],
  ['ko', 'romance', '시리아에 주둔 중인 미군 대위입니다. 이혼하고 외로워요. 친구가 되고 싶어요.'],
  ['ko', 'fortune', '사망한 고객의 유산 900만 달러를 받을 수익자가 되어 주세요.'],
  ['ko', 'remote-help', '바이러스를 지워 드릴 테니 팀뷰어를 켜 주세요.'],
  ['ko', 'payee-alert', '새로운 기기에서 300만 원이 이체될 예정입니다. 본인이 아니면 눌러 주세요.'],
  ['ko', 'shipping-papers', '선적서류 첨부드리니 확인 바랍니다.'],
  ['ko', 'payment-advice', '이체확인증 첨부합니다. 확인해 주세요.'],
  ['ko', 'investment', '리딩방에서 급등주를 무료로 알려 드립니다. 선착순 마감.'],
  ['ko', 'exposure', '당신의 컴퓨터를 해킹했다. 야동 보는 영상을 가족에게 보낸다.'],
  ['ko', 'charge-call', '해외결제 59만 원 승인. 본인이 아닐 경우 고객센터로 전화 주세요.'],
  ['ko', 'secrets', '카드번호와 비밀번호를 회신해 주세요.'],
  ['ko', 'threat', '회신이 없을 경우 계정이 삭제됩니다.'],
];

describe('a fraud without a link', () => {
  it.each(TALES)('in %s tells of %s: %s', (language, theme, text) => {
    expect(find(text)).toContainEqual(expect.objectContaining({ language, theme }));
  });
});

const FRAUDS: [language: string, check: string, subject: string, body: string][] = [
  [
    'zh',
    'boss-asks-quietly',
    '急事',
    '小吴，\n我在董事会上，不方便接电话。有一笔合同款今天必须付出去，你先看一下账上还有多少钱，回复这封邮件，我把对方账号发你。这事暂时不要告诉别人。\n周总',
  ],
  [
    'zh',
    'bank-details-change',
    '付款账户更新',
    '孙经理您好，\n我司银行信息变更，旧账户不再使用，这个月的货款请付到附件里的新账户，付好把水单发我。\n陈丽',
  ],
  ['zh', 'staff-list-request', '资料', '请把应收账款明细和客户联系方式整理一份发给我，今天下班前要。\n总经理办公室'],
  [
    'zh-tw',
    'boss-asks-quietly',
    '幫忙',
    '佳玲，\n我在開會走不開，麻煩妳去超商買十張遊戲點數卡，刮開後把序號拍照回傳給我。先不要跟其他同事說，想給大家驚喜。\n王董',
  ],
  [
    'zh-tw',
    'salary-to-new-account',
    '變更薪轉帳戶',
    '人資您好，\n我想變更薪轉帳戶，這個月的薪水請匯到新帳號。我人在外地，用信件回覆我就可以了。\n張家豪',
  ],
  [
    'zh-tw',
    'threat-to-expose',
    '警告',
    '我駭入了你的電腦，透過你的鏡頭錄下你看成人網站的樣子。三天內付比特幣，否則影片會寄給所有聯絡人。',
  ],
  [
    'ja',
    'boss-asks-quietly',
    'お願い',
    '吉田さん\n会議で手が離せないのですが、取引先へ渡すギフトカードを五枚買って、番号の写真をこのメールに返信してください。他の人には言わないでください。\n社長 大野',
  ],
  [
    'ja',
    'bank-details-change',
    'お振込先の件',
    '経理ご担当者様\n振込先が変更になりました。旧口座は使用できませんので、今月分は新しい口座へお振り込みください。送金後、控えをお送りください。\n東山商会',
  ],
  [
    'ja',
    'threat-to-expose',
    '最後の警告',
    'あなたのデバイスに侵入し、アダルトサイトを見ている姿を録画しました。四十八時間以内にビットコインを送らなければ、動画を連絡先の全員に送ります。',
  ],
  [
    'ko',
    'boss-asks-quietly',
    '급한 부탁',
    '이 대리,\n지금 회의 중이라 통화가 어렵습니다. 거래처에 줄 상품권 구매가 필요한데 열 장 사서 핀번호를 사진으로 보내 줘요. 다른 직원에게는 말하지 마세요.\n대표',
  ],
  [
    'ko',
    'staff-list-request',
    '자료 요청',
    '인사팀에 부탁드립니다. 전 직원 명부를 엑셀로 정리해서 오늘 안에 제게 회신해 주세요.\n대표이사',
  ],
  [
    'ko',
    'threat-to-expose',
    '당신에게',
    '당신의 컴퓨터를 해킹했습니다. 웹캠으로 당신을 녹화했습니다. 이틀 안에 비트코인을 보내지 않으면 영상을 모든 연락처에 유포합니다.',
  ],
];

describe('a fraud of a few lines', () => {
  it.each(FRAUDS)('in %s is told by %s: %s', async (_, check, subject, body) => {
    const { risk, checks } = await judged('Office <office.desk@notice-centre.example>', subject, body);
    expect(checks).toContain(check);
    // Firms do change their bank: alone that is told, and condemns nobody.
    if (check !== 'bank-details-change') expect(['suspicious', 'high']).toContain(risk);
  });
});

const HONEST: [language: string, subject: string, body: string][] = [
  [
    'zh',
    '水单和发票',
    '马姐，\n上个月的货款今天付了，水单在附件里，发票请寄到公司前台。我下午在开会，有事打我座机。\n小郑',
  ],
  [
    'zh',
    '客户资料整理',
    '各位同事：\n客户名单已经在系统里更新，请大家核对自己负责的部分，联系人换了的直接在系统里改，不用发给我。周五例会过一遍。',
  ],
  ['zh', '押金退还', '您好，\n租约月底到期，房子我周日上午过来看一下，没有问题当场退押金，钥匙到时候给我就行。'],
  [
    'zh-tw',
    '禮券與餐敘',
    '各位同仁：\n週五餐敘改到七點，抽獎禮券由福委會當場發放。主管會議四點結束，開會的同事結束後直接過來即可。',
  ],
  [
    'zh-tw',
    '匯款水單',
    '林小姐您好，\n九月的貨款已匯出，水單如附件，發票號碼末四碼 2207。我明天不在辦公室，有問題請打分機 32 找小周。',
  ],
  [
    'zh-tw',
    '到貨時間',
    '黃先生您好，\n您訂的管件週四到港，提單正本我們已經收到，報關由原本的報關行處理，送貨前一天再跟您確認時間。',
  ],
  [
    'ja',
    '振込完了のご連絡',
    '山本様\nいつもお世話になっております。九月分の代金を本日お振り込みいたしました。午後は会議のため席を外しますが、五時以降でしたらお電話いただけます。\n経理部 森',
  ],
  [
    'ja',
    '社員名簿の更新について',
    '各位\n社員名簿を更新しました。ポータルでご自分の欄をご覧いただき、誤りがありましたら総務の内線までお知らせください。',
  ],
  [
    'ja',
    '内見のご案内',
    'お問い合わせのお部屋は日曜の午前にご案内できます。鍵は管理人が持っておりますので、当日は一階でお待ちください。敷金は契約時で結構です。',
  ],
  [
    'ko',
    '대금 송금했습니다',
    '과장님,\n9월분 대금 오늘 송금했습니다. 이체확인증은 첨부했고 세금계산서는 지난주에 받았습니다. 오후에는 회의가 있으니 다섯 시 이후에 전화 주세요.',
  ],
  [
    'ko',
    '직원 명부 정리',
    '안녕하세요,\n사내 게시판에 새 직원 명부가 올라왔습니다. 본인 정보가 틀리면 총무팀에 들러 주세요. 명절 상품권은 금요일에 나눠 드립니다.',
  ],
  [
    'ko',
    '방 보러 오시는 시간',
    '토요일 두 시에 원룸 보실 수 있습니다. 열쇠는 관리실에 있으니 도착하시면 벨을 눌러 주세요. 보증금은 계약하실 때 내시면 됩니다.',
  ],
];

describe('its honest look-alike', () => {
  it.each(HONEST)('in %s is not flagged: %s', async (_, subject, body) => {
    const { risk } = await judged('Partner <office@clinic.example>', subject, body);
    expect(['no-signs', 'low']).toContain(risk);
  });
});

/** What customers, banks, landlords, shops and colleagues write every day. */
const EVERYDAY: [theme: Theme, text: string][] = [
  ['boss', '我下午在开会，报表放在共享盘了。'],
  ['boss', '本周付款审批请在周三之前提交，谢谢。'],
  ['threat', '如不同意，可以随时在设置中注销账号。'],
  ['secrets', '如非本人操作，请忽略本邮件。'],
  ['rental', '会议室的钥匙在前台。'],
  ['investment', '公司年报已在交易所网站披露。'],
  ['cheque', '支票请于周五前到财务领取。'],
  ['remote-help', '我们提供远程协助服务，欢迎来电预约。'],
  ['boss', '會議資料如附件，請先閱讀。'],
  ['threat', '若不是您本人申請，請直接刪除這封信。'],
  ['payee-alert', '您的轉帳已完成，手續費零元。'],
  ['rental', '套房週日可以看，我住樓下。'],
  ['romance', '先生外派回來了，下個月一起吃飯。'],
  ['boss', '会議は三時からです。資料をご用意ください。'],
  ['threat', 'お心当たりがない場合は、このメールを破棄してください。登録は自動で取り消されます。'],
  ['charge-call', 'ご注文ありがとうございます。ご不明な点はお電話ください。'],
  ['complaint', '忘れ物はフロントでお預かりしております。'],
  ['overpayment', '差額は来月の請求で調整いたします。'],
  ['boss', '회의는 세 시입니다. 자료는 폴더에 있습니다.'],
  ['threat', '신청하지 않으셨다면 이 메일은 지우셔도 됩니다.'],
  ['investment', '주식형 펀드의 운용 보고서를 보내 드립니다.'],
  ['charge-call', '결제가 완료되었습니다. 이용해 주셔서 감사합니다.'],
  ['romance', '남편이 출장에서 돌아와 이번 주말에 집에 있어요.'],
];

describe('everyday mail', () => {
  it.each(EVERYDAY)('tells no tale of %s: %s', (theme, text) => {
    expect(find(text).filter((hit) => hit.theme === theme)).toEqual([]);
  });
});
