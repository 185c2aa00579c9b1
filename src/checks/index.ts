// Written by `npm run new-check`. Do not edit: add a file and run it again.
import type { Check } from './check.ts';
import { archiveInArchive } from './attachment/archive-in-archive.ts';
import { autoRunningMacro } from './attachment/auto-running-macro.ts';
import { baitNameOnProgram } from './attachment/bait-name-on-program.ts';
import { directionOverrideName } from './attachment/direction-override-name.ts';
import { diskImageAttachment } from './attachment/disk-image-attachment.ts';
import { doubleExtension } from './attachment/double-extension.ts';
import { enableContentInDocument } from './attachment/enable-content-in-document.ts';
import { excel4Macro } from './attachment/excel4-macro.ts';
import { executableAttachment } from './attachment/executable-attachment.ts';
import { externalObject } from './attachment/external-object.ts';
import { htmlAttachment } from './attachment/html-attachment.ts';
import { htmlAttachmentPasswordForm } from './attachment/html-attachment-password-form.ts';
import { htmlBuildsFile } from './attachment/html-builds-file.ts';
import { lockedArchiveWithPassword } from './attachment/locked-archive-with-password.ts';
import { lockedAttachment } from './attachment/locked-attachment.ts';
import { loneScriptInArchive } from './attachment/lone-script-in-archive.ts';
import { macroDocument } from './attachment/macro-document.ts';
import { namePaddedWithSpaces } from './attachment/name-padded-with-spaces.ts';
import { paddedGiant } from './attachment/padded-giant.ts';
import { pdfJavascript } from './attachment/pdf-javascript.ts';
import { pdfLaunch } from './attachment/pdf-launch.ts';
import { programInArchive } from './attachment/program-in-archive.ts';
import { remoteTemplate } from './attachment/remote-template.ts';
import { scriptAttachment } from './attachment/script-attachment.ts';
import { sourceCodeAttachment } from './attachment/source-code-attachment.ts';
import { svgWithScript } from './attachment/svg-with-script.ts';
import { typeDiffersFromName } from './attachment/type-differs-from-name.ts';
import { webPageNamedAsDocument } from './attachment/web-page-named-as-document.ts';
import { accountSuspended } from './content/account-suspended.ts';
import { advanceFee } from './content/advance-fee.ts';
import { authorityImpersonation } from './content/authority-impersonation.ts';
import { bankDetailsChange } from './content/bank-details-change.ts';
import { bossInAHurry } from './content/boss-in-a-hurry.ts';
import { callback } from './content/callback.ts';
import { credentialExpiry } from './content/credential-expiry.ts';
import { enableContentRequest } from './content/enable-content-request.ts';
import { extortion } from './content/extortion.ts';
import { extortionWithWallet } from './content/extortion-with-wallet.ts';
import { formInMail } from './content/form-in-mail.ts';
import { giftCardRequest } from './content/gift-card-request.ts';
import { greetedByAddress } from './content/greeted-by-address.ts';
import { healthEmergencyLure } from './content/health-emergency-lure.ts';
import { hiddenText } from './content/hidden-text.ts';
import { imageOnly } from './content/image-only.ts';
import { invisibleLetters } from './content/invisible-letters.ts';
import { jobToChat } from './content/job-to-chat.ts';
import { linkToPieceTogether } from './content/link-to-piece-together.ts';
import { mixedLetters } from './content/mixed-letters.ts';
import { ordersToMachines } from './content/orders-to-machines.ts';
import { parcelFee } from './content/parcel-fee.ts';
import { passwordForDownload } from './content/password-for-download.ts';
import { pasteACommand } from './content/paste-a-command.ts';
import { paymentRequest } from './content/payment-request.ts';
import { prize } from './content/prize.ts';
import { scanToContinue } from './content/scan-to-continue.ts';
import { sharedDocumentLure } from './content/shared-document-lure.ts';
import { taxOrSubsidy } from './content/tax-or-subsidy.ts';
import { turnedText } from './content/turned-text.ts';
import { unfilledTemplate } from './content/unfilled-template.ts';
import { urgencyAndSecrecy } from './content/urgency-and-secrecy.ts';
import { voicemailOrFaxLure } from './content/voicemail-or-fax-lure.ts';
import { feedListed } from './indicator/feed-listed.ts';
import { opinionMalicious } from './indicator/opinion-malicious.ts';
import { opinionSuspicious } from './indicator/opinion-suspicious.ts';
import { ownList } from './indicator/own-list.ts';

/** Every check, by group and name. */
export const CHECKS: readonly Check[] = [
  archiveInArchive,
  autoRunningMacro,
  baitNameOnProgram,
  directionOverrideName,
  diskImageAttachment,
  doubleExtension,
  enableContentInDocument,
  excel4Macro,
  executableAttachment,
  externalObject,
  htmlAttachment,
  htmlAttachmentPasswordForm,
  htmlBuildsFile,
  lockedArchiveWithPassword,
  lockedAttachment,
  loneScriptInArchive,
  macroDocument,
  namePaddedWithSpaces,
  paddedGiant,
  pdfJavascript,
  pdfLaunch,
  programInArchive,
  remoteTemplate,
  scriptAttachment,
  sourceCodeAttachment,
  svgWithScript,
  typeDiffersFromName,
  webPageNamedAsDocument,
  accountSuspended,
  advanceFee,
  authorityImpersonation,
  bankDetailsChange,
  bossInAHurry,
  callback,
  credentialExpiry,
  enableContentRequest,
  extortion,
  extortionWithWallet,
  formInMail,
  giftCardRequest,
  greetedByAddress,
  healthEmergencyLure,
  hiddenText,
  imageOnly,
  invisibleLetters,
  jobToChat,
  linkToPieceTogether,
  mixedLetters,
  ordersToMachines,
  parcelFee,
  passwordForDownload,
  pasteACommand,
  paymentRequest,
  prize,
  scanToContinue,
  sharedDocumentLure,
  taxOrSubsidy,
  turnedText,
  unfilledTemplate,
  urgencyAndSecrecy,
  voicemailOrFaxLure,
  feedListed,
  opinionMalicious,
  opinionSuspicious,
  ownList,
];
