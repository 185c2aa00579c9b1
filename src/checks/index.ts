// Written by `npm run new-check`. Do not edit: add a file and run it again.
import { archiveInArchive } from './attachment/archive-in-archive.ts';
import { argumentsOutOfSight } from './attachment/arguments-out-of-sight.ts';
import { autoRunningMacro } from './attachment/auto-running-macro.ts';
import { baitNameOnProgram } from './attachment/bait-name-on-program.ts';
import { brandStoryInDocument } from './attachment/brand-story-in-document.ts';
import { callbackInDocument } from './attachment/callback-in-document.ts';
import { commandInField } from './attachment/command-in-field.ts';
import { deviceProfileAttachment } from './attachment/device-profile-attachment.ts';
import { directionOverrideName } from './attachment/direction-override-name.ts';
import { diskImageAttachment } from './attachment/disk-image-attachment.ts';
import { documentTellsLure } from './attachment/document-tells-lure.ts';
import { doubleExtension } from './attachment/double-extension.ts';
import { emptyDocument } from './attachment/empty-document.ts';
import { enableContentInDocument } from './attachment/enable-content-in-document.ts';
import { equationEditorObject } from './attachment/equation-editor-object.ts';
import { excel4Macro } from './attachment/excel4-macro.ts';
import { executableAttachment } from './attachment/executable-attachment.ts';
import { externalObject } from './attachment/external-object.ts';
import { fileWithoutWords } from './attachment/file-without-words.ts';
import { htmlAttachment } from './attachment/html-attachment.ts';
import { htmlAttachmentPasswordForm } from './attachment/html-attachment-password-form.ts';
import { htmlBuildsFile } from './attachment/html-builds-file.ts';
import { invitationMadeForRecipient } from './attachment/invitation-made-for-recipient.ts';
import { invitationWithBaitLink } from './attachment/invitation-with-bait-link.ts';
import { lockedArchiveWithPassword } from './attachment/locked-archive-with-password.ts';
import { lockedAttachment } from './attachment/locked-attachment.ts';
import { lockedPdfWithPassword } from './attachment/locked-pdf-with-password.ts';
import { loneDocumentLeadsAstray } from './attachment/lone-document-leads-astray.ts';
import { loneScriptInArchive } from './attachment/lone-script-in-archive.ts';
import { macroDocument } from './attachment/macro-document.ts';
import { namePaddedWithSpaces } from './attachment/name-padded-with-spaces.ts';
import { onePagePdfWithOneLink } from './attachment/one-page-pdf-with-one-link.ts';
import { paddedGiant } from './attachment/padded-giant.ts';
import { pageHidesItsSource } from './attachment/page-hides-its-source.ts';
import { pageKnowsReader } from './attachment/page-knows-reader.ts';
import { pageThatForwards } from './attachment/page-that-forwards.ts';
import { pdfJavascript } from './attachment/pdf-javascript.ts';
import { pdfLaunch } from './attachment/pdf-launch.ts';
import { programBehindMailPassword } from './attachment/program-behind-mail-password.ts';
import { programInArchive } from './attachment/program-in-archive.ts';
import { programInDocument } from './attachment/program-in-document.ts';
import { programUnderFalseName } from './attachment/program-under-false-name.ts';
import { recipientAddressInAttachmentName } from './attachment/recipient-address-in-attachment-name.ts';
import { remoteTemplate } from './attachment/remote-template.ts';
import { scriptAttachment } from './attachment/script-attachment.ts';
import { scriptComponent } from './attachment/script-component.ts';
import { scriptOnDiskImage } from './attachment/script-on-disk-image.ts';
import { shortcutDressedAsDocument } from './attachment/shortcut-dressed-as-document.ts';
import { shortcutRunsCommand } from './attachment/shortcut-runs-command.ts';
import { sourceCodeAttachment } from './attachment/source-code-attachment.ts';
import { svgWithForeignLink } from './attachment/svg-with-foreign-link.ts';
import { svgWithScript } from './attachment/svg-with-script.ts';
import { typeDiffersFromName } from './attachment/type-differs-from-name.ts';
import { walletInCode } from './attachment/wallet-in-code.ts';
import { webPageNamedAsDocument } from './attachment/web-page-named-as-document.ts';
import type { Check } from './check.ts';
import { accountSuspended } from './content/account-suspended.ts';
import { advanceFee } from './content/advance-fee.ts';
import { allLinksToOneStranger } from './content/all-links-to-one-stranger.ts';
import { asksForPersonalDetails } from './content/asks-for-personal-details.ts';
import { asksForSecrets } from './content/asks-for-secrets.ts';
import { authorityImpersonation } from './content/authority-impersonation.ts';
import { bankChangeKeptQuiet } from './content/bank-change-kept-quiet.ts';
import { bankDetailsChange } from './content/bank-details-change.ts';
import { beggingByWire } from './content/begging-by-wire.ts';
import { billApprovedAbove } from './content/bill-approved-above.ts';
import { bossAsksQuietly } from './content/boss-asks-quietly.ts';
import { bossInAHurry } from './content/boss-in-a-hurry.ts';
import { brandHeadsLetterForeignSender } from './content/brand-heads-letter-foreign-sender.ts';
import { brandInSubjectForeignSender } from './content/brand-in-subject-foreign-sender.ts';
import { brandLinksBesideForeignLink } from './content/brand-links-beside-foreign-link.ts';
import { brandRepeatedForeignSender } from './content/brand-repeated-foreign-sender.ts';
import { brandSenderLinksElsewhere } from './content/brand-sender-links-elsewhere.ts';
import { brandSignatureForeignSender } from './content/brand-signature-foreign-sender.ts';
import { bullionForSale } from './content/bullion-for-sale.ts';
import { callToActionAmongStrangers } from './content/call-to-action-among-strangers.ts';
import { callback } from './content/callback.ts';
import { casinoOffer } from './content/casino-offer.ts';
import { chargeUndoneByPhone } from './content/charge-undone-by-phone.ts';
import { chequeToPassOn } from './content/cheque-to-pass-on.ts';
import { complaintWithFolder } from './content/complaint-with-folder.ts';
import { credentialExpiry } from './content/credential-expiry.ts';
import { cryptoPayout } from './content/crypto-payout.ts';
import { datingBait } from './content/dating-bait.ts';
import { documentForMailPassword } from './content/document-for-mail-password.ts';
import { donationToYou } from './content/donation-to-you.ts';
import { enableContentRequest } from './content/enable-content-request.ts';
import { entryToPayFor } from './content/entry-to-pay-for.ts';
import { errandByMailOnly } from './content/errand-by-mail-only.ts';
import { extortion } from './content/extortion.ts';
import { extortionWithWallet } from './content/extortion-with-wallet.ts';
import { fakeTrustBanner } from './content/fake-trust-banner.ts';
import { formInMail } from './content/form-in-mail.ts';
import { fortuneForAnAnswer } from './content/fortune-for-an-answer.ts';
import { giftCardRequest } from './content/gift-card-request.ts';
import { greetedByAddress } from './content/greeted-by-address.ts';
import { healthEmergencyLure } from './content/health-emergency-lure.ts';
import { hiddenText } from './content/hidden-text.ts';
import { imageOnly } from './content/image-only.ts';
import { investmentClub } from './content/investment-club.ts';
import { invisibleLetters } from './content/invisible-letters.ts';
import { invoiceToOpenElsewhere } from './content/invoice-to-open-elsewhere.ts';
import { jobToChat } from './content/job-to-chat.ts';
import { legacyToShare } from './content/legacy-to-share.ts';
import { linkToPieceTogether } from './content/link-to-piece-together.ts';
import { listingAtRisk } from './content/listing-at-risk.ts';
import { loanFromAStranger } from './content/loan-from-a-stranger.ts';
import { mailboxTrouble } from './content/mailbox-trouble.ts';
import { miracleCure } from './content/miracle-cure.ts';
import { mixedLetters } from './content/mixed-letters.ts';
import { moneyForPersonalDetails } from './content/money-for-personal-details.ts';
import { nameRegistrationScare } from './content/name-registration-scare.ts';
import { ordersToMachines } from './content/orders-to-machines.ts';
import { organisationVoiceForeignSender } from './content/organisation-voice-foreign-sender.ts';
import { overpayment } from './content/overpayment.ts';
import { parcelFee } from './content/parcel-fee.ts';
import { passwordForDownload } from './content/password-for-download.ts';
import { pasteACommand } from './content/paste-a-command.ts';
import { payeeAlert } from './content/payee-alert.ts';
import { paymentAdvice } from './content/payment-advice.ts';
import { paymentRequest } from './content/payment-request.ts';
import { prize } from './content/prize.ts';
import { proposalFromAStranger } from './content/proposal-from-a-stranger.ts';
import { quotationFromNowhere } from './content/quotation-from-nowhere.ts';
import { relativeInNeed } from './content/relative-in-need.ts';
import { remoteHelpOffer } from './content/remote-help-offer.ts';
import { renewalScare } from './content/renewal-scare.ts';
import { rentalByCourier } from './content/rental-by-courier.ts';
import { romanceOpening } from './content/romance-opening.ts';
import { salaryToNewAccount } from './content/salary-to-new-account.ts';
import { saleByEscrow } from './content/sale-by-escrow.ts';
import { scanToContinue } from './content/scan-to-continue.ts';
import { sharedDocumentLure } from './content/shared-document-lure.ts';
import { shippingPapers } from './content/shipping-papers.ts';
import { staffListRequest } from './content/staff-list-request.ts';
import { storyOrElse } from './content/story-or-else.ts';
import { storyToldOverAndOver } from './content/story-told-over-and-over.ts';
import { storyWithDeadline } from './content/story-with-deadline.ts';
import { styledLetters } from './content/styled-letters.ts';
import { taxOrSubsidy } from './content/tax-or-subsidy.ts';
import { threadWithPassword } from './content/thread-with-password.ts';
import { threatToExpose } from './content/threat-to-expose.ts';
import { turnedText } from './content/turned-text.ts';
import { unfilledTemplate } from './content/unfilled-template.ts';
import { urgencyAndSecrecy } from './content/urgency-and-secrecy.ts';
import { voicemailOrFaxLure } from './content/voicemail-or-fax-lure.ts';
import { websiteOfferFromFreeMail } from './content/website-offer-from-free-mail.ts';
import { winToCollectByMail } from './content/win-to-collect-by-mail.ts';
import { wordingOfKnownLures } from './content/wording-of-known-lures.ts';
import { feedListed } from './indicator/feed-listed.ts';
import { feedsAgree } from './indicator/feeds-agree.ts';
import { opinionMalicious } from './indicator/opinion-malicious.ts';
import { opinionSuspicious } from './indicator/opinion-suspicious.ts';
import { ownList } from './indicator/own-list.ts';
import { youngCertificate } from './indicator/young-certificate.ts';
import { youngDomain } from './indicator/young-domain.ts';
import { addressInLoneLink } from './link/address-in-lone-link.ts';
import { baitWordsInHost } from './link/bait-words-in-host.ts';
import { brandAddressInPath } from './link/brand-address-in-path.ts';
import { brandDomainAsSubdomain } from './link/brand-domain-as-subdomain.ts';
import { brandNameWithinWord } from './link/brand-name-within-word.ts';
import { brandTypoInHost } from './link/brand-typo-in-host.ts';
import { brandWordInPath } from './link/brand-word-in-path.ts';
import { brandWordOutsideBrandDomain } from './link/brand-word-outside-brand-domain.ts';
import { credentialWordInHost } from './link/credential-word-in-host.ts';
import { digitForLetterInHost } from './link/digit-for-letter-in-host.ts';
import { directDownload } from './link/direct-download.ts';
import { documentDownload } from './link/document-download.ts';
import { dynamicNameHost } from './link/dynamic-name-host.ts';
import { endingInFrontOfDomain } from './link/ending-in-front-of-domain.ts';
import { fileHostDownload } from './link/file-host-download.ts';
import { fileOnLookalikeDomain } from './link/file-on-lookalike-domain.ts';
import { formAsksPassword } from './link/form-asks-password.ts';
import { formBuilderWithCredentialWords } from './link/form-builder-with-credential-words.ts';
import { hiddenFolderInLink } from './link/hidden-folder-in-link.ts';
import { hijackedSitePath } from './link/hijacked-site-path.ts';
import { knownKitPath } from './link/known-kit-path.ts';
import { linkBuiltLikePhishing } from './link/link-built-like-phishing.ts';
import { linkBuiltLikePhishingSomewhat } from './link/link-built-like-phishing-somewhat.ts';
import { linkBuiltLikePhishingStrongly } from './link/link-built-like-phishing-strongly.ts';
import { linkInSubject } from './link/link-in-subject.ts';
import { linkTextMismatch } from './link/link-text-mismatch.ts';
import { lookalikeLinkDomain } from './link/lookalike-link-domain.ts';
import { machineLabelInHost } from './link/machine-label-in-host.ts';
import { manySmallOddnesses } from './link/many-small-oddnesses.ts';
import { manySubdomains } from './link/many-subdomains.ts';
import { misleadingSlash } from './link/misleading-slash.ts';
import { misspeltSignInWord } from './link/misspelt-sign-in-word.ts';
import { mixedScriptHost } from './link/mixed-script-host.ts';
import { nestedRewriters } from './link/nested-rewriters.ts';
import { numberLongName } from './link/number-long-name.ts';
import { numericHost } from './link/numeric-host.ts';
import { oddPort } from './link/odd-port.ts';
import { oddScheme } from './link/odd-scheme.ts';
import { openRedirect } from './link/open-redirect.ts';
import { pageAmongFiles } from './link/page-among-files.ts';
import { phishingToolReceipt } from './link/phishing-tool-receipt.ts';
import { qrLink } from './link/qr-link.ts';
import { qrLinkWithReaderAddress } from './link/qr-link-with-reader-address.ts';
import { randomLookingHost } from './link/random-looking-host.ts';
import { recipientAddressInLink } from './link/recipient-address-in-link.ts';
import { riskyEndingLink } from './link/risky-ending-link.ts';
import { shortenedLink } from './link/shortened-link.ts';
import { signInGrantLink } from './link/sign-in-grant-link.ts';
import { signInOnUnspeakableHost } from './link/sign-in-on-unspeakable-host.ts';
import { siteHostWithCredentialWords } from './link/site-host-with-credential-words.ts';
import { storyLeadsToFreePage } from './link/story-leads-to-free-page.ts';
import { tunnelOrGatewayHost } from './link/tunnel-or-gateway-host.ts';
import { userinfoInLink } from './link/userinfo-in-link.ts';
import { veryLongLink } from './link/very-long-link.ts';
import { webPrefixInsideLabel } from './link/web-prefix-inside-label.ts';
import { authorityOnFreeMail } from './sender/authority-on-free-mail.ts';
import { brandAddressByProxy } from './sender/brand-address-by-proxy.ts';
import { brandInLocalPart } from './sender/brand-in-local-part.ts';
import { brandInSenderDomain } from './sender/brand-in-sender-domain.ts';
import { brandNameForeignAddress } from './sender/brand-name-foreign-address.ts';
import { brandNameWithoutAddress } from './sender/brand-name-without-address.ts';
import { brandSenderFailedAuthentication } from './sender/brand-sender-failed-authentication.ts';
import { brandSenderForeignMessageId } from './sender/brand-sender-foreign-message-id.ts';
import { businessFromUnlikeMailbox } from './sender/business-from-unlike-mailbox.ts';
import { colleagueAnswersElsewhere } from './sender/colleague-answers-elsewhere.ts';
import { decoratedSenderName } from './sender/decorated-sender-name.ts';
import { disguisedSenderName } from './sender/disguised-sender-name.ts';
import { displayNameOtherAddress } from './sender/display-name-other-address.ts';
import { disposableSender } from './sender/disposable-sender.ts';
import { fakeReply } from './sender/fake-reply.ts';
import { hiddenRecipients } from './sender/hidden-recipients.ts';
import { hiddenRecipientsAskedToAnswer } from './sender/hidden-recipients-asked-to-answer.ts';
import { impossibleSenderDomain } from './sender/impossible-sender-domain.ts';
import { internalRoleForeignAddress } from './sender/internal-role-foreign-address.ts';
import { listPostAnswersElsewhere } from './sender/list-post-answers-elsewhere.ts';
import { listPostToNobody } from './sender/list-post-to-nobody.ts';
import { lookalikeOfBrandDomain } from './sender/lookalike-of-brand-domain.ts';
import { lookalikeOfOwnDomain } from './sender/lookalike-of-own-domain.ts';
import { mailerContradiction } from './sender/mailer-contradiction.ts';
import { mixedScriptSender } from './sender/mixed-script-sender.ts';
import { nameWithoutAddress } from './sender/name-without-address.ts';
import { numberInSenderName } from './sender/number-in-sender-name.ts';
import { numberedSenderDomain } from './sender/numbered-sender-domain.ts';
import { oddEndingAmongStrangers } from './sender/odd-ending-among-strangers.ts';
import { organisationNameForeignAddress } from './sender/organisation-name-foreign-address.ts';
import { outdatedMailer } from './sender/outdated-mailer.ts';
import { ownDomainFailedAuthentication } from './sender/own-domain-failed-authentication.ts';
import { randomLookingSender } from './sender/random-looking-sender.ts';
import { replyToElsewhere } from './sender/reply-to-elsewhere.ts';
import { replyToElsewhereWithBrand } from './sender/reply-to-elsewhere-with-brand.ts';
import { replyToFreeMail } from './sender/reply-to-free-mail.ts';
import { replyToOtherFreeMail } from './sender/reply-to-other-free-mail.ts';
import { replyToYourself } from './sender/reply-to-yourself.ts';
import { riskyEndingSender } from './sender/risky-ending-sender.ts';
import { roleOnFreeMail } from './sender/role-on-free-mail.ts';
import { senderEqualsRecipient } from './sender/sender-equals-recipient.ts';
import { senderFailedDmarc } from './sender/sender-failed-dmarc.ts';
import { senderOnSiteHost } from './sender/sender-on-site-host.ts';
import { sentByWebScript } from './sender/sent-by-web-script.ts';
import { serviceMailAnswersElsewhere } from './sender/service-mail-answers-elsewhere.ts';
import { serviceMailboxOfAStranger } from './sender/service-mailbox-of-a-stranger.ts';
import { serviceNameOfAStranger } from './sender/service-name-of-a-stranger.ts';
import { severalSenders } from './sender/several-senders.ts';
import { threadUnderOtherAddress } from './sender/thread-under-other-address.ts';
import { vipNameForeignAddress } from './sender/vip-name-foreign-address.ts';
import { vipSignatureForeignAddress } from './sender/vip-signature-foreign-address.ts';

/** Every check, by group and name. */
export const CHECKS: readonly Check[] = [
  archiveInArchive,
  argumentsOutOfSight,
  autoRunningMacro,
  baitNameOnProgram,
  brandStoryInDocument,
  callbackInDocument,
  commandInField,
  deviceProfileAttachment,
  directionOverrideName,
  diskImageAttachment,
  documentTellsLure,
  doubleExtension,
  emptyDocument,
  enableContentInDocument,
  equationEditorObject,
  excel4Macro,
  executableAttachment,
  externalObject,
  fileWithoutWords,
  htmlAttachment,
  htmlAttachmentPasswordForm,
  htmlBuildsFile,
  invitationMadeForRecipient,
  invitationWithBaitLink,
  lockedArchiveWithPassword,
  lockedAttachment,
  lockedPdfWithPassword,
  loneDocumentLeadsAstray,
  loneScriptInArchive,
  macroDocument,
  namePaddedWithSpaces,
  onePagePdfWithOneLink,
  paddedGiant,
  pageHidesItsSource,
  pageKnowsReader,
  pageThatForwards,
  pdfJavascript,
  pdfLaunch,
  programBehindMailPassword,
  programInArchive,
  programInDocument,
  programUnderFalseName,
  recipientAddressInAttachmentName,
  remoteTemplate,
  scriptAttachment,
  scriptComponent,
  scriptOnDiskImage,
  shortcutDressedAsDocument,
  shortcutRunsCommand,
  sourceCodeAttachment,
  svgWithForeignLink,
  svgWithScript,
  typeDiffersFromName,
  walletInCode,
  webPageNamedAsDocument,
  accountSuspended,
  advanceFee,
  allLinksToOneStranger,
  asksForPersonalDetails,
  asksForSecrets,
  authorityImpersonation,
  bankChangeKeptQuiet,
  bankDetailsChange,
  beggingByWire,
  billApprovedAbove,
  bossAsksQuietly,
  bossInAHurry,
  brandHeadsLetterForeignSender,
  brandInSubjectForeignSender,
  brandLinksBesideForeignLink,
  brandRepeatedForeignSender,
  brandSenderLinksElsewhere,
  brandSignatureForeignSender,
  bullionForSale,
  callToActionAmongStrangers,
  callback,
  casinoOffer,
  chargeUndoneByPhone,
  chequeToPassOn,
  complaintWithFolder,
  credentialExpiry,
  cryptoPayout,
  datingBait,
  documentForMailPassword,
  donationToYou,
  enableContentRequest,
  entryToPayFor,
  errandByMailOnly,
  extortion,
  extortionWithWallet,
  fakeTrustBanner,
  formInMail,
  fortuneForAnAnswer,
  giftCardRequest,
  greetedByAddress,
  healthEmergencyLure,
  hiddenText,
  imageOnly,
  investmentClub,
  invisibleLetters,
  invoiceToOpenElsewhere,
  jobToChat,
  legacyToShare,
  linkToPieceTogether,
  listingAtRisk,
  loanFromAStranger,
  mailboxTrouble,
  miracleCure,
  mixedLetters,
  moneyForPersonalDetails,
  nameRegistrationScare,
  ordersToMachines,
  organisationVoiceForeignSender,
  overpayment,
  parcelFee,
  passwordForDownload,
  pasteACommand,
  payeeAlert,
  paymentAdvice,
  paymentRequest,
  prize,
  proposalFromAStranger,
  quotationFromNowhere,
  relativeInNeed,
  remoteHelpOffer,
  renewalScare,
  rentalByCourier,
  romanceOpening,
  salaryToNewAccount,
  saleByEscrow,
  scanToContinue,
  sharedDocumentLure,
  shippingPapers,
  staffListRequest,
  storyOrElse,
  storyToldOverAndOver,
  storyWithDeadline,
  styledLetters,
  taxOrSubsidy,
  threadWithPassword,
  threatToExpose,
  turnedText,
  unfilledTemplate,
  urgencyAndSecrecy,
  voicemailOrFaxLure,
  websiteOfferFromFreeMail,
  winToCollectByMail,
  wordingOfKnownLures,
  feedListed,
  feedsAgree,
  opinionMalicious,
  opinionSuspicious,
  ownList,
  youngCertificate,
  youngDomain,
  addressInLoneLink,
  baitWordsInHost,
  brandAddressInPath,
  brandDomainAsSubdomain,
  brandNameWithinWord,
  brandTypoInHost,
  brandWordInPath,
  brandWordOutsideBrandDomain,
  credentialWordInHost,
  digitForLetterInHost,
  directDownload,
  documentDownload,
  dynamicNameHost,
  endingInFrontOfDomain,
  fileHostDownload,
  fileOnLookalikeDomain,
  formAsksPassword,
  formBuilderWithCredentialWords,
  hiddenFolderInLink,
  hijackedSitePath,
  knownKitPath,
  linkBuiltLikePhishing,
  linkBuiltLikePhishingSomewhat,
  linkBuiltLikePhishingStrongly,
  linkInSubject,
  linkTextMismatch,
  lookalikeLinkDomain,
  machineLabelInHost,
  manySmallOddnesses,
  manySubdomains,
  misleadingSlash,
  misspeltSignInWord,
  mixedScriptHost,
  nestedRewriters,
  numberLongName,
  numericHost,
  oddPort,
  oddScheme,
  openRedirect,
  pageAmongFiles,
  phishingToolReceipt,
  qrLink,
  qrLinkWithReaderAddress,
  randomLookingHost,
  recipientAddressInLink,
  riskyEndingLink,
  shortenedLink,
  signInGrantLink,
  signInOnUnspeakableHost,
  siteHostWithCredentialWords,
  storyLeadsToFreePage,
  tunnelOrGatewayHost,
  userinfoInLink,
  veryLongLink,
  webPrefixInsideLabel,
  authorityOnFreeMail,
  brandAddressByProxy,
  brandInLocalPart,
  brandInSenderDomain,
  brandNameForeignAddress,
  brandNameWithoutAddress,
  brandSenderFailedAuthentication,
  brandSenderForeignMessageId,
  businessFromUnlikeMailbox,
  colleagueAnswersElsewhere,
  decoratedSenderName,
  disguisedSenderName,
  displayNameOtherAddress,
  disposableSender,
  fakeReply,
  hiddenRecipients,
  hiddenRecipientsAskedToAnswer,
  impossibleSenderDomain,
  internalRoleForeignAddress,
  listPostAnswersElsewhere,
  listPostToNobody,
  lookalikeOfBrandDomain,
  lookalikeOfOwnDomain,
  mailerContradiction,
  mixedScriptSender,
  nameWithoutAddress,
  numberInSenderName,
  numberedSenderDomain,
  oddEndingAmongStrangers,
  organisationNameForeignAddress,
  outdatedMailer,
  ownDomainFailedAuthentication,
  randomLookingSender,
  replyToElsewhere,
  replyToElsewhereWithBrand,
  replyToFreeMail,
  replyToOtherFreeMail,
  replyToYourself,
  riskyEndingSender,
  roleOnFreeMail,
  senderEqualsRecipient,
  senderFailedDmarc,
  senderOnSiteHost,
  sentByWebScript,
  serviceMailAnswersElsewhere,
  serviceMailboxOfAStranger,
  serviceNameOfAStranger,
  severalSenders,
  threadUnderOtherAddress,
  vipNameForeignAddress,
  vipSignatureForeignAddress,
];
