namespace PolicyGraph.GraphQL.Http.Uploads;

/// <summary>A multipart request that is not taken.</summary>
internal sealed class UploadRefusal(HttpRefusal refusal) : Exception(refusal.Message)
{
    public HttpRefusal Refusal { get; } = refusal;

    public static UploadRefusal Bad(string message) => new(HttpRefusal.BadRequest(message));

    public static UploadRefusal TooLarge(string message) =>
        new(new HttpRefusal(Microsoft.AspNetCore.Http.StatusCodes.Status413PayloadTooLarge, message));
}
