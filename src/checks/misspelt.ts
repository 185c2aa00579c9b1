/** As met in hosts of false pages; none is a word or a common name of its own. */
const MISSPELT = new Set(
  `longin loginn loggin logiin lgoin lgin logln iogin signln singin signinn acount accoun acconut accaunt accout accounnt
  acccount acountt myacount securlty securty secuirty securitty securety sequrity secrue seucre secuer verfy verfiy
  veriffy verifly vertify varify verrify veryfy veirfy verifyy verifcation verificaton verificatlon servic servies serivce
  serivces servlce servlces sevice servicee updat updats upadte updatee udpate driect dircet direcet dirrect suport
  supprot suppport supporrt offcial officiel0 oficlal cheack chekc confrim comfirm confirn conflrm webmial webmall
  webmaill notifcation notificaton passwrod pasword passwort0 custmer customr costumer recoverry recovry
  valldate validat valdate billling billlng paymet payrnent paymnet banklng bankng onllne onlline onlin oniine
  memeber membar mernber membeer infomation infromation lnfo`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a word is one of signing in, of service or of money, misspelt. */
export function isMisspelt(word: string): boolean {
  return MISSPELT.has(word);
}
