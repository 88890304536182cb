using System.Text;

namespace PolicyGraph.GraphQL.Http.Sockets;

/// <summary>
/// Ends a socket for a reason that the client is told. GraphQL over WebSocket Protocol, "Message types"; RFC 6455, section 7.4.
/// </summary>
internal sealed class SocketClosure(int code, string reason) : Exception(reason)
{
    private const int LongestReason = 123; // RFC 6455, section 5.5: a control frame holds 125 bytes, two of them the code.

    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int TooBig = 1009;
    public const int BadRequest = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int UnknownProtocol = 4406;
    public const int InitTimeout = 4408;
    public const int IdInUse = 4409;
    public const int TooManyInits = 4429;
    public const int InternalError = 4500;

    public int Code { get; } = code;

    /// <summary>The message, cut to what a close frame can hold.</summary>
    public string Reason
    {
        get
        {
            var text = Message;
            while (Encoding.UTF8.GetByteCount(text) > LongestReason)
            {
                text = text[..(char.IsLowSurrogate(text[^1]) ? ^2 : ^1)];
            }

            return text;
        }
    }

    public static SocketClosure Bad(string reason) => new(BadRequest, reason);
}
