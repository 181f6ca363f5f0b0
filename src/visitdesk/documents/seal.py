"""The branch's integrity seal (防改签章): a PAdES signature by the branch's own key over the whole file.

It shows that nothing was changed since the branch made the file. It is *not* a CA-backed signature: the certificate is
self-signed and is trusted only by those who know its fingerprint. Signatures are deterministic (RFC 6979) and bear the
given instant, so that the same paper sealed at the same instant has the same bytes.
Traps (reference documents §4): the field is prepared and tagged before, and pyHanko must not rewrite the XMP packet.
"""

import asyncio
import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, Protocol

import pikepdf
from asn1crypto import algos, x509  # type: ignore[import-untyped]  # ships no types
from cryptography import x509 as cx509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, Pdf, String
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers import cms_embedder
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko_certvalidator.registry import SimpleCertificateStore
from typing_extensions import override

FIELD = "Seal"
_SIGNATURE_BYTES = 4096
_YEARS = 20


class SealKey(Protocol):
    """The branch's key as papers see it; kept by `security`, never handed out."""

    @property
    def certificate(self) -> bytes:
        """Self-signed certificate, DER."""
        ...

    def sign(self, data: bytes) -> bytes:
        """ECDSA signature over SHA-256 of the data, DER, deterministic."""
        ...


@dataclass(frozen=True, slots=True)
class LocalSealKey:
    """A key held in memory: what `security` builds from its stored secret.

    Attributes:
        private: PKCS #8, DER, unencrypted; `certificate` as above.
    """

    private: bytes = field(repr=False)
    certificate: bytes

    def sign(self, data: bytes) -> bytes:
        """ECDSA signature over SHA-256 of the data."""
        key = serialization.load_der_private_key(self.private, None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            msg = "the seal key is not an EC key"
            raise TypeError(msg)
        return key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


def new_key(name: str, now: datetime) -> LocalSealKey:
    """A fresh EC P-256 key with its self-signed certificate, valid for twenty years."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = cx509.Name([cx509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    certificate = (
        cx509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(cx509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(cx509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return LocalSealKey(private, certificate.public_bytes(serialization.Encoding.DER))


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of the certificate, hex, as printed on the day report."""
    return hashlib.sha256(certificate).hexdigest()


def _signing_only() -> cx509.KeyUsage:
    return cx509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


class _BranchSigner(signers.Signer):
    """Lets pyHanko sign with a key it never sees."""

    def __init__(self, key: SealKey) -> None:
        self._key = key
        super().__init__(
            signing_cert=x509.Certificate.load(key.certificate),
            cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
            signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
            embed_roots=True,
        )

    @override
    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return bytes(72) if dry_run else self._key.sign(data)


def sealed(pdf: bytes, key: SealKey, at: datetime, *, reason: str) -> bytes:
    """The file with the branch's seal over all of it.

    Args:
        at: instant the seal bears; `reason` is shown by readers, e.g. the wording "integrity seal, not CA-backed".
    """
    writer: Any = IncrementalPdfFileWriter(BytesIO(_with_field(pdf, reason)))
    writer._update_meta = lambda: None  # noqa: SLF001  # keeps the XMP packet with its extension schema
    writer._document_id = _document_id(writer._document_id[0], pdf)  # noqa: SLF001  # the second part is random otherwise
    steps = cms_embedder.PdfCMSEmbedder().write_cms(field_name=FIELD, writer=writer)
    next(steps)
    container = SignatureObject(
        timestamp=at, subfilter=fields.SigSeedSubFilter.PADES, reason=reason, bytes_reserved=2 * _SIGNATURE_BYTES
    )
    steps.send(cms_embedder.SigObjSetup(sig_placeholder=container))
    digest, output = steps.send(cms_embedder.SigIOSetup(md_algorithm="sha256", in_place=True))
    signature = asyncio.run(_BranchSigner(key).async_sign(digest.document_digest, "sha256", use_pades=True))
    steps.send(signature)
    return bytes(output.getvalue())


def _document_id(first: Any, pdf: bytes) -> Any:
    return ArrayObject([first, ByteStringObject(hashlib.sha256(pdf).digest()[:16])])


def _with_field(pdf: bytes, reason: str) -> bytes:
    """An empty, invisible, tagged signature field on the first page."""
    with Pdf.open(BytesIO(pdf)) as file:
        page = file.pages[0].obj
        widget = file.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=String(FIELD),
                TU=String(reason),
                F=132,
                Rect=Array([0, 0, 0, 0]),
                P=page,
            )
        )
        tree = file.Root.StructTreeRoot
        number = int(tree.ParentTreeNextKey)
        document = tree.K[0]
        form = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=document, Pg=page))
        form.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
        document.K.append(form)
        widget.StructParent = number
        tree.ParentTree.Nums.append(number)
        tree.ParentTree.Nums.append(form)
        tree.ParentTreeNextKey = number + 1
        page.Annots = Array([widget])
        file.Root.AcroForm = Dictionary(Fields=Array([widget]), SigFlags=3)
        out = BytesIO()
        file.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            preserve_pdfa=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
        )
        return out.getvalue()
