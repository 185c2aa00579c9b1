/** The file's own name: no path, no characters that file lists do not show, at most 200 of the rest from its end. */
export function fileName(name: string): string {
  const base = name.slice(-1024).split(/[/\\]/).at(-1) ?? '';
  return base
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim()
    .slice(-200);
}

/** Extensions of a name from the last to the first, lower case: `a.pdf.exe` → `['exe', 'pdf']`. */
export function extensions(name: string): string[] {
  return fileName(name)
    .toLowerCase()
    .split('.')
    .slice(1)
    .map((piece) => piece.trim())
    .reverse();
}

/** True for extensions that people know as documents, pictures or sound. */
export function looksHarmless(extension: string): boolean {
  return HARMLESS.has(extension);
}

const HARMLESS = new Set(
  'pdf doc docx rtf odt txt xls xlsx ods csv ppt pptx jpg jpeg png gif bmp tif tiff webp heic mp3 mp4 wav m4a ogg avi mov htm html eml'.split(
    ' ',
  ),
);

/** True for names that a bait document has: the story is in the name. */
export function isBaitName(name: string): boolean {
  return BAIT.test(fileName(name));
}

const BAIT =
  /invoice|receipt|payment|remittance|statement|purchase.?order|quotation|\bpo[-_ ]?\d|salary|payroll|bonus|resume|curriculum|\bcv\b|scan|\bfax\b|voice|parcel|shipment|shipping|tracking|awb|\bdhl\b|contract|agreement|document|report|notice|summons|subpoena|complaint|tax|refund|application|form|covid|corona|vaccin|发票|账单|对账|付款|汇款|合同|订单|报价|工资|薪|补贴|补助|奖|简历|通知|申请|登记|名单|稽查|金税|處|發票|帳單|匯款|訂單|報價|補助|履歷|申請|文件|资料|資料/i;
